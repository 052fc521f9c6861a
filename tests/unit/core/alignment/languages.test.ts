import { describe, expect, it } from "vitest";
import { traitsReader } from "@/lib/core/alignment/correspondences";
import { LISTED_LANGUAGES, languageProfile } from "@/lib/core/alignment/lexicon/language-profile";
import { readUnit } from "@/lib/core/alignment/tokens";

/** The same date, the same number and the same sum, as each language writes them. */
const WRITTEN: Readonly<Record<string, readonly [date: string, number: string, decimal: string]>> = {
  ar: ["٣ مايو ٢٠٢٦", "١٢٬٥٠٠", "١٢٬٥٠٠٫٥"],
  de: ["3. Mai 2026", "12.500", "12.500,5"],
  en: ["3 May 2026", "12,500", "12,500.5"],
  es: ["3 de mayo de 2026", "12 500", "12.500,5"],
  fr: ["3 mai 2026", "12 500", "12 500,5"],
  it: ["3 maggio 2026", "12.500", "12.500,5"],
  nl: ["3 mei 2026", "12.500", "12.500,5"],
  pl: ["3 maja 2026", "12 500", "12 500,5"],
  ru: ["3 мая 2026", "12 500", "12 500,5"],
  tr: ["3 Mayıs 2026", "12.500", "12.500,5"],
  uk: ["3 травня 2026", "12 500", "12 500,5"],
};

const formsOf = (text: string) => readUnit(text).tokens.map(({ form }) => form);
/** Numbers and months of a text. */
const factsOf = (text: string, language: string) => {
  const traits = traitsReader(languageProfile(language));
  return readUnit(text)
    .tokens.flatMap((token) => [token.form, ...traits(token).concepts])
    .filter((form) => form.startsWith("#"))
    .sort();
};

describe.each(LISTED_LANGUAGES)("numbers and dates in %s", (language) => {
  const [date, number, decimal] = WRITTEN[language] ?? ["", "", ""];

  it("are those of English", () => {
    expect(factsOf(date, language)).toEqual(["#2026", "#3", "#m5"]);
    expect(formsOf(number)).toEqual(["#12500"]);
    expect(formsOf(decimal)).toEqual(["#12500.5"]);
  });

  it("name all twelve months", () => {
    const { words } = languageProfile(language);
    const named = new Set([...words.forms.values()].flat().filter((concept) => concept.startsWith("#m")));
    expect(named.size).toBe(12);
  });
});

describe("a date in digits", () => {
  it.each([
    ["3.5.2026", ["#3", "#5", "#2026", "#m5"]],
    ["03.05.2026", ["#3", "#5", "#2026", "#m5"]],
    ["2026-05-03", ["#2026", "#5", "#3", "#m5"]],
    // day or month first: nobody knows
    ["3/5/2026", ["#3", "#5", "#2026"]],
    ["3.15.2026", ["#3", "#15", "#2026"]],
  ])("falls into its parts and names its month: %s", (written, forms) => {
    expect(formsOf(written)).toEqual(forms);
  });
});

it.each([
  ["Im Jahr 2021 300 Leute", ["#2021", "#300"]],
  ["12 5000 und 1 23", ["#12", "#5000", "#1", "#23"]],
  ["1 234 567,8 Euro", ["#1234567.8"]],
  ["۱۲۳ und 45", ["#123", "#45"]],
])("takes only groups of three for one number: %s", (text, forms) => {
  expect(formsOf(text).filter((form) => form.startsWith("#"))).toEqual(forms);
});
