import { describe, expect, it } from "vitest";
import { sentencesOf } from "@/lib/core/text/sentences/sentence-spans";

/** Written for what German and English do with stops, quotation marks and brackets. */
const CUTS: ReadonlyArray<readonly [string, string, readonly string[]]> = [
  ["de", "ordinal date", ["Am 3. Mai kam sie an. ", "Der 2. Weltkrieg war vorbei."]],
  ["de", "year end", ["Das war im Jahr 1945. ", "Danach kam der Frieden."]],
  ["de", "number end", ["Er wohnt in Haus 12. ", "Die Tür ist rot."]],
  ["de", "quote then verb", ["„Kommst du mit?“, fragte sie. ", "„Nein.“"]],
  ["de", "quote question said", ["„Wirklich?“ fragte er. ", "Sie nickte."]],
  ["de", "stop in quote", ["„Ich gehe.“ ", "Er ging."]],
  ["de", "bracket sentence", ["Er kam spät. ", "(Das war üblich.) ", "Dann aßen sie."]],
  ["de", "bracket inside", ["Das Werk (ca. 1900, vgl. Abb. 3) ist verloren. ", "Schade."]],
  ["de", "z. B.", ["Viele Tiere, z. B. Hunde, schlafen. ", "Andere nicht."]],
  ["de", "d. h.", ["Er kam, d. h. er wurde gebracht. ", "Von wem?"]],
  ["de", "usw. end", ["Äpfel, Birnen usw. waren da. ", "Alles frisch."]],
  ["de", "Dr.", ["Prof. Dr. Müller sprach. ", "Alle hörten zu."]],
  ["de", "king", ["Ludwig XIV. regierte lange. ", "Er starb 1715."]],
  ["de", "Karl V.", ["Kaiser Karl V. dankte 1556 ab. ", "Sein Bruder folgte."]],
  ["de", "ellipsis", ["Er zögerte … ", "Dann sprang er."]],
  ["de", "ellipsis inside", ["Er war … nicht da. ", "Punkt."]],
  ["de", "Uhr", ["Um 16.45 Uhr begann es. ", "Um 18 Uhr war Schluss."]],
  ["de", "St.", ["In St. Gallen regnet es. ", "In Bern nicht."]],
  ["de", "dash", ["Er ging. ", "– Nein, er blieb."]],
  ["de", "guillemets", ["»Komm!«, rief sie. ", "»Gleich.«"]],
  ["de", "exclaim mid", ["Ach! ", "Das ist es."]],
  ["de", "Jh.", ["Im 19. Jh. entstand sie. ", "Später brannte sie."]],
  ["de", "Nr.", ["Er trägt die Nr. 7 auf dem Rücken. ", "Sie die 9."]],
  ["de", "Hausnr at end", ["Sie gewann mit 3:2. ", "Er verlor."]],
  ["de", "the 1. at start", ["1. Der erste Punkt. ", "2. Der zweite Punkt."]],
  ["en", "Mr.", ["Mr. Smith met Dr. Jones at 5 p.m. on Monday. ", "They talked."]],
  ["en", "p.m. end", ["It began at 5 p.m. ", "The hall was full."]],
  ["en", "U.S.", ["The U.S. Senate voted. ", "It failed."]],
  ["en", "U.S. end", ["He moved to the U.S. ", "Then he left."]],
  ["en", "quote", ["“Are you coming?” she asked. ", "“No.”"]],
  ["en", "quote2", ["“I am going.” ", "He went."]],
  ["en", "said", ['"Stop!" he cried. ', "Nobody did."]],
  ["en", "etc", ["Apples, pears, etc. were there. ", "All fresh."]],
  ["en", "e.g.", ["Some animals, e.g. dogs, sleep. ", "Others, i.e. cats, too."]],
  ["en", "No.", ["He wears No. 7 on his back. ", "She has 9."]],
  ["en", "No end", ["Did he come? ", "No. ", "He did not."]],
  ["en", "initial", ["George W. Bush and J. K. Rowling met. ", "Why?"]],
  ["en", "Inc.", ["Apple Inc. grew. ", "Others shrank."]],
  ["en", "decimal", ["It rose by 3.5 percent. ", "Then it fell."]],
  ["en", "brackets", ["He came late. ", "(That was usual.) ", "Then they ate."]],
  ["en", "I end", ["So did I. ", "Then we left."]],
  ["en", "number end", ["He lives at number 12. ", "The door is red."]],
  ["en", "single quote", ["‘Come!’ she called. ", "‘Soon.’"]],
];

describe("sentencesOf in German and English", () => {
  it.each(CUTS)("%s: %s", (locale, _, sentences) => {
    expect(sentencesOf(sentences.join(""), locale)).toEqual(sentences);
  });
});
