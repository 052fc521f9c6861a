import { describe, expect, it } from "vitest";
import { guessLanguage } from "@/lib/files/language";

const TEXTS: Readonly<Record<string, string>> = {
  de: "Der Bundestag hat am Donnerstag über den neuen Haushalt beraten, ohne sich zu einigen. Die Abgeordneten wollen in der nächsten Woche weiter verhandeln.",
  en: "Parliament debated the new budget on Thursday without reaching an agreement. Members want to continue their negotiations next week.",
  fr: "Le Parlement a débattu jeudi du nouveau budget sans parvenir à un accord. Les députés veulent poursuivre leurs négociations la semaine prochaine.",
  es: "El Parlamento debatió el jueves el nuevo presupuesto sin llegar a un acuerdo. Los diputados quieren seguir negociando la semana que viene.",
  it: "Giovedì il Parlamento ha discusso il nuovo bilancio senza raggiungere un accordo. I deputati vogliono proseguire le trattative la settimana prossima.",
  nl: "Het parlement heeft donderdag zonder overeenstemming over de nieuwe begroting gesproken. De leden willen volgende week verder onderhandelen.",
  pl: "Parlament obradował w czwartek nad nowym budżetem, ale nie osiągnął porozumienia. Posłowie chcą kontynuować rozmowy w przyszłym tygodniu.",
  ru: "В четверг парламент обсуждал новый бюджет, но к соглашению не пришёл. Депутаты хотят продолжить переговоры на следующей неделе.",
  uk: "У четвер парламент обговорював новий бюджет, але не дійшов згоди. Депутати хочуть продовжити переговори наступного тижня.",
  tr: "Meclis perşembe günü yeni bütçeyi görüştü ancak anlaşmaya varamadı. Milletvekilleri görüşmelere gelecek hafta devam etmek istiyor.",
  ar: "ناقش البرلمان يوم الخميس الميزانية الجديدة دون التوصل إلى اتفاق. ويريد النواب مواصلة مفاوضاتهم في الأسبوع المقبل.",
  zh: "议会星期四讨论了新的预算，但没有达成协议。议员们希望下周继续谈判，以便尽快通过预算。",
};

describe("guessLanguage", () => {
  it.each(Object.entries(TEXTS))("recognises %s and is clear about it", async (locale, text) => {
    const guess = await guessLanguage(text.repeat(3));
    expect(guess?.locale).toBe(locale);
    expect(guess?.confidence).toBeGreaterThan(0.8);
  });

  it.each(Object.entries(TEXTS))("recognises %s by one sentence", async (locale, text) => {
    expect((await guessLanguage(text))?.locale).toBe(locale);
  });

  it("is less sure of short texts and of mixed ones", async () => {
    const [short, mixed] = [
      await guessLanguage("Guten Morgen allerseits"),
      await guessLanguage(`${TEXTS.de?.repeat(4)}${TEXTS.en?.repeat(4)}`),
    ];
    expect(short?.confidence).toBeLessThan(0.8);
    expect(mixed?.confidence).toBeLessThan(0.8);
  });

  it("says nothing about texts with too few letters", async () => {
    for (const text of [
      "",
      "1234 – 5678 (9)",
      "OK",
      "<1>ja</1> <2/>",
      "https://www.example.org/ein/langer/pfad",
    ]) {
      expect(await guessLanguage(text)).toBeNull();
    }
  });

  it("looks at the whole of a long text, in little time", async () => {
    const text = `${"12 345 | ".repeat(2000)}${TEXTS.fr?.repeat(3000)}`;
    const start = performance.now();
    expect((await guessLanguage(text))?.locale).toBe("fr");
    expect(performance.now() - start).toBeLessThan(200);
  });
});
