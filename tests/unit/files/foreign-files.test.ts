import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import { readDocument } from "@/lib/files/read-document";
import { sharedPath } from "../../support/shared-data";
import { plainText } from "../core/interchange/formatted-characters";

const folder = sharedPath("data/formats");
const files = folder ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
const withExtension = (pattern: RegExp) => files.filter((name) => pattern.test(name));

const read = (name: string) =>
  readDocument({ name, bytes: new Uint8Array(readFileSync(path.join(folder ?? "", name))) });

/** Codes that a well-formed file of others may be refused with: nothing in it is text. */
const HARMLESS = new Set(["empty", "unsupported-type"]);

describe.skipIf(!folder)("files written by others (skipped when the research data is absent)", () => {
  it.each(withExtension(/\.(?:docx|html?|md|txt|dat)$/))(
    "%s is read, with balanced markers",
    async (name) => {
      const found = await read(name);
      if (!found.ok) {
        expect(HARMLESS).toContain(found.error.code);
        return;
      }
      const { text } = found.value;
      const plain = plainTexts(text);
      text.paragraphs.forEach((paragraph, index) => {
        const characters = plainText(text, index).replaceAll("￼", "").replace(/\s/g, "");
        expect(characters).toBe((plain[index] ?? "").replace(/\s/g, ""));
        expect(paragraph.text.normalize("NFC")).toBe(paragraph.text);
      });
    },
  );

  it("loses at most 2 % of the visible text of any DOCX, and 0.1 % of all together", async () => {
    const losses: string[] = [];
    const total = { there: 0, missing: 0 };
    for (const name of withExtension(/\.docx$/)) {
      const found = await read(name);
      // What is hidden through a style cannot be told apart by a regular expression.
      if (found.ok && found.value.warnings.some(({ code }) => code === "hidden-text-skipped")) continue;
      const text = found.ok ? plainTexts(found.value.text).join("") : "";
      const there = visibleLetters(path.join(folder ?? "", name));
      const missing = missingFrom(there, text.normalize("NFC").replace(/\s/g, ""));
      total.there += there.length;
      total.missing += missing;
      if (missing > there.length * 0.02) losses.push(`${name}: ${missing} of ${there.length}`);
    }
    expect(total.there).toBeGreaterThan(15_000);
    expect(losses).toEqual([]);
    expect(total.missing / total.there).toBeLessThan(0.001);
  });
});

/**
 * All w:t text of the body and the notes by regular expressions, without what is not part of the
 * final text: second forms of one thing, moved text at its origin, ruby above the line.
 */
function visibleLetters(file: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const names = Object.keys(parts).filter((name) =>
    /(?:^|\/)(?:document\d*|footnotes|endnotes)\.xml$/.test(name),
  );
  return names.map((name) => lettersOf(decode(parts[name] ?? new Uint8Array()))).join("");
}

const decode = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);

function lettersOf(xml: string): string {
  const visible = xml
    .replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, "")
    .replace(/<w:moveFrom [^>]*>.*?<\/w:moveFrom>/gs, "")
    .replace(/<w:rt>.*?<\/w:rt>/gs, "");
  const texts = [...visible.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)].map(
    ([, text]) => text ?? "",
  );
  return unescaped(texts.join("")).normalize("NFC").replace(/\s/g, "");
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** How many characters of `there` are not among those of `text`, whatever the order. */
function missingFrom(there: string, text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let missing = 0;
  for (const character of there) {
    const left = counts.get(character) ?? 0;
    if (left === 0) missing += 1;
    else counts.set(character, left - 1);
  }
  return missing;
}
