import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainText } from "@/lib/core/interchange/read-plain-text";

const paragraphsOf = (text: string) => readPlainText(text).text.paragraphs.map((paragraph) => paragraph.text);
const LONG = "Ein langer Satz, den niemand von Hand umbrochen hat. ".repeat(4).trim();

describe("readPlainText", () => {
  it("separates paragraphs at blank lines and keeps the line ends inside", () => {
    expect(paragraphsOf("one\ntwo\n\n \t\nthree")).toEqual(["one\ntwo", "three"]);
  });

  it("takes every line for a paragraph where there is no blank line", () => {
    expect(paragraphsOf("one\ntwo\nthree\n")).toEqual(["one", "two", "three"]);
  });

  it("takes the lines of a block for paragraphs if one of them is too long to be wrapped by hand", () => {
    expect(paragraphsOf(`Überschrift\n${LONG}\n\nzwei\ndrei`)).toEqual(["Überschrift", LONG, "zwei\ndrei"]);
  });

  it.each(["\r\n", "\r", "\u0085", "\u2028"])("reads %j as a line end", (end) => {
    expect(paragraphsOf(`a${end}b${end}${end}c`)).toEqual(["a\nb", "c"]);
  });

  it("reads the paragraph separator as a blank line", () => {
    expect(paragraphsOf("a\u2029b\nc")).toEqual(["a", "b\nc"]);
  });

  it("normalises to NFC and keeps no-break space, soft hyphen and joiners", () => {
    expect(paragraphsOf("u\u0308ber\u00a010\u00a0%, Silben\u00adtrennung, می\u200cخواهم")).toEqual([
      "über\u00a010\u00a0%, Silben\u00adtrennung, می\u200cخواهم",
    ]);
  });

  it("leaves what looks like a marker as text, without any code", () => {
    const { text } = readPlainText("a <1>b</1> <2/>");
    expect(text.paragraphs[0]?.text).toBe("a <1>b</1> <2/>");
    expect(text.codes).toEqual([]);
  });

  it("loses no character but white space at the edges of paragraphs", () => {
    const anyText = fc.string({
      unit: fc.constantFrom("a", "ä", " ", "\n", "\r", "\t", "<", "1", ">", "🙂"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = paragraphsOf(text).join("").replace(/\s/g, "");
        expect(kept).toBe(text.replace(/\s/g, ""));
      }),
      { numRuns: 2000 },
    );
  });
});
