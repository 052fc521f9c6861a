import { describe, expect, it } from "vitest";
import type { ImportInput, ImportProgress } from "@/lib/files/import-bitext";
import { type ImportHooks, runImport } from "@/lib/files/run-import-worker";
import { p, r } from "../core/interchange/wordprocessing";
import { docx } from "./docx-file";

const GERMAN = [
  "Der Bundestag hat am 3. Mai über den Haushalt von 476 Milliarden Euro beraten.",
  "Die Abgeordneten konnten sich nach zwölf Stunden nicht einigen.",
  "In der nächsten Woche soll weiter verhandelt werden.",
];
const ENGLISH = [
  "On 3 May the Bundestag debated the budget of 476 billion euros.",
  "After twelve hours the members could not agree.",
  "Negotiations are to continue next week.",
];
const pasted = (paragraphs: readonly string[]) =>
  ({ kind: "pasted", text: paragraphs.join("\n\n") }) as const;

async function faultOf(input: ImportInput, hooks: ImportHooks = {}) {
  const found = await runImport(input, hooks);
  return found.ok ? null : found.error;
}

describe("runImport", () => {
  it("reads a DOCX and a pasted text, guesses both languages and aligns the paragraphs", async () => {
    const body = GERMAN.map((text, index) => p(r(text, index === 0 ? "<w:b/>" : ""))).join("");
    const stages = new Set<ImportProgress["stage"]>();
    const found = await runImport(
      { source: { kind: "file", name: "a.docx", bytes: docx(body) }, target: pasted(ENGLISH) },
      { onProgress: ({ stage }) => void stages.add(stage) },
    );
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const { source, target, beads, verdict } = found.value;
    expect(source.text.paragraphs[0]?.text).toBe(`<1>${GERMAN[0]}</1>`);
    expect([source.locale?.locale, target.locale?.locale]).toEqual(["de", "en"]);
    expect(
      beads.map(({ sourceFrom, sourceTo, targetFrom, targetTo }) => [
        sourceFrom,
        sourceTo,
        targetFrom,
        targetTo,
      ]),
    ).toEqual([
      [0, 1, 0, 1],
      [1, 2, 1, 2],
      [2, 3, 2, 3],
    ]);
    expect(verdict.related).toBe(true);
    expect([...stages]).toEqual(["reading", "detecting", "aligning"]);
  });

  it("takes a text that was read before as it is", async () => {
    const text = {
      paragraphs: [{ kind: "heading", level: 2, text: "<4>Zahl</4> <1>" }],
      codes: [{ id: 4, kind: "bold" }],
    } as const;
    const found = await runImport({ source: { kind: "document", text }, target: pasted(["Number <1>"]) });
    expect(found).toMatchObject({ ok: true, value: { source: { text } } });
  });

  it("says which side is at fault", async () => {
    const pdf = { kind: "file", name: "a.docx", bytes: new TextEncoder().encode("%PDF-1.7") } as const;
    expect(await faultOf({ source: pdf, target: pasted(ENGLISH) })).toEqual({
      code: "unsupported-type",
      params: { detected: "pdf" },
      side: "source",
    });
    expect(await faultOf({ source: pasted(GERMAN), target: pasted([]) })).toMatchObject({
      code: "empty",
      side: "target",
    });
  });

  it("ends a worker that needs too much memory, and the next import is fine", async () => {
    const html = `<p>${"<b>a</b>".repeat(500_000)}`;
    const large = { kind: "file", name: "a.html", bytes: new TextEncoder().encode(html) } as const;
    const fault = await faultOf({ source: large, target: large }, { limits: { megabytes: 200 } });
    expect(fault).toEqual({ code: "too-complex", params: { what: "memory", limit: 200 }, side: "both" });
    expect(await faultOf({ source: pasted(GERMAN), target: pasted(ENGLISH) })).toBeNull();
  });

  it("ends a worker that takes too long", async () => {
    const fault = await faultOf(
      { source: pasted(GERMAN), target: pasted(ENGLISH) },
      { limits: { milliseconds: 20 } },
    );
    expect(fault).toEqual({ code: "too-complex", params: { what: "time", limit: 20 }, side: "both" });
  });

  it("can be cancelled before and while it runs", async () => {
    const input = { source: pasted(GERMAN), target: pasted(ENGLISH) };
    expect(await faultOf(input, { signal: AbortSignal.abort() })).toMatchObject({ code: "cancelled" });
    const controller = new AbortController();
    const fault = await faultOf(input, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(fault).toMatchObject({ code: "cancelled", side: "both" });
  });

  it("leaves this thread free while it works", async () => {
    const paragraphs = Array.from({ length: 300 }, (_, index) => `${GERMAN[index % 3]} Absatz ${index}.`);
    const targets = Array.from({ length: 300 }, (_, index) => `${ENGLISH[index % 3]} Paragraph ${index}.`);
    let longest = 0;
    let last = performance.now();
    const clock = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const fault = await faultOf({ source: pasted(paragraphs), target: pasted(targets) });
    clearInterval(clock);
    expect(fault).toBeNull();
    expect(longest).toBeLessThan(300);
  });
});
