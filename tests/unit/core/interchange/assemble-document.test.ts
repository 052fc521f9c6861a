import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleDocument } from "@/lib/core/interchange/assemble-document";
import type { InlinePiece, Wrap } from "@/lib/core/interchange/inline-piece";
import { formattedCharacters } from "./formatted-characters";

const bold: Wrap = { kind: "bold" };
const italic: Wrap = { kind: "italic" };
const text = (content: string, ...wraps: Wrap[]): InlinePiece => ({ type: "text", text: content, wraps });
const paragraph = (...pieces: InlinePiece[]) => ({ kind: "paragraph", level: 0, pieces }) as const;
const textOf = (...pieces: InlinePiece[]) => assembleDocument([paragraph(...pieces)]).paragraphs[0]?.text;

describe("assembleDocument", () => {
  it("joins neighbouring runs of one format under one code", () => {
    expect(textOf(text("ab", bold), text("cd", bold), text(" ef"))).toBe("<1>abcd</1> ef");
  });

  it("joins bold words whose space between is not bold", () => {
    expect(textOf(text("ab", bold), text(" "), text("cd", bold))).toBe("<1>ab cd</1>");
  });

  it("does not underline or link a space that was not", () => {
    const underline: Wrap = { kind: "underline" };
    expect(textOf(text("ab", underline), text(" "), text("cd", underline))).toBe("<1>ab</1> <2>cd</2>");
  });

  it("leaves white space and line breaks at the edges outside of the codes", () => {
    const pieces = [text("a"), text(" b\u00a0", bold), { type: "break", wraps: [bold] } as const, text("c")];
    expect(textOf(...pieces)).toBe("a <1>b</1>\u00a0<2/>c");
  });

  it("opens the format that reaches furthest first, whatever order it is given in", () => {
    expect(textOf(text("a", bold, italic), text(" b", italic))).toBe("<1><2>a</2> b</1>");
    expect(textOf(text("a", italic, bold), text(" b", italic))).toBe("<1><2>a</2> b</1>");
  });

  it("cuts overlapping formats so that markers nest", () => {
    expect(textOf(text("a", bold), text("b", bold, italic), text("c", italic))).toBe(
      "<1>a<2>b</2></1><3>c</3>",
    );
  });

  it("drops codes around nothing and paragraphs without visible text", () => {
    expect(textOf(text("a"), text("", bold), text("  ", italic), text("b"))).toBe("a  b");
    expect(assembleDocument([paragraph(text(" \u00a0\u200b"))]).paragraphs).toEqual([]);
  });

  it("never gives out a number that the author typed in the shape of a marker", () => {
    const document = assembleDocument([
      paragraph(text("see <1> and </3"), text("x", bold)),
      paragraph(text("<"), text("4/> "), text("y", bold)),
    ]);
    expect(document.paragraphs.map((each) => each.text)).toEqual([
      "see <1> and </3<2>x</2>",
      "<4/> <5>y</5>",
    ]);
    expect(document.codes).toEqual([
      { id: 2, kind: "bold" },
      { id: 5, kind: "bold" },
    ]);
  });

  it("keeps a marker out of reach of a combining stroke, which would turn its bracket into another sign", () => {
    const stroke = "\u0338";
    for (const pieces of [
      [text(`${stroke}a`, bold)],
      [text("a"), text(`${stroke}b`, bold)],
      [text("a "), text(` ${stroke}b`, bold)],
      [{ type: "image", alt: "x", wraps: [] } as const, text(`${stroke}b`)],
      [text("a", bold), text(`${stroke}b`)],
    ]) {
      const written = textOf(...pieces) ?? "";
      expect(written.normalize("NFC")).toBe(written);
      expect(written).not.toMatch(new RegExp(`>${stroke}`));
    }
  });

  it("takes bold off a heading that is bold all over, and only then", () => {
    const heading = (...pieces: InlinePiece[]) =>
      assembleDocument([{ kind: "heading", level: 2, pieces }]).paragraphs[0]?.text;
    expect(heading(text("All", bold), text(" "), text("bold", bold))).toBe("All bold");
    expect(heading(text("Partly ", bold), text("bold"))).toBe("<1>Partly</1> bold");
  });

  it("keeps every character and its formats, with balanced, tight and unmergeable markers, for random runs", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), checkAgainstModel), { numRuns: 3000 });
  });
});

const wrap = fc.constantFrom<Wrap>(
  bold,
  italic,
  { kind: "code" },
  { kind: "link", href: "https://a.example/" },
  { kind: "link", href: "https://b.example/" },
);
const content = fc.string({
  unit: fc.constantFrom("a", "ß", " ", "\u00a0", "<", "1", "/", ">", "e", "\u0301", "\u0338", "🙂", "\n"),
  maxLength: 6,
});
const wraps = fc.uniqueArray(wrap, { maxLength: 4, selector: ({ kind }) => kind });
const piece: fc.Arbitrary<InlinePiece> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("text" as const), text: content, wraps }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("break" as const), wraps }) },
);

const nameOf = ({ kind, href }: Wrap) => [kind, href].filter(Boolean).join(" ");

/** What must come out, said without markers: letters with formats; marks belong to the letter before. */
function expectedLetters(pieces: readonly InlinePiece[]): string[] {
  return pieces.flatMap((each) =>
    each.type === "text"
      ? [...each.text]
          .filter((character) => !/[\s\p{M}]/u.test(character))
          .map((character) => `${character} ${each.wraps.map(nameOf).sort()}`)
      : [],
  );
}

function checkAgainstModel(pieces: readonly InlinePiece[]): void {
  const document = assembleDocument([paragraph(...pieces)]);
  const written = document.paragraphs[0]?.text;
  const letters = expectedLetters(pieces);
  if (written === undefined) {
    expect(letters).toEqual([]);
    return;
  }
  const found = formattedCharacters(document, 0);
  const decomposed = found.flatMap(({ character, formats }) =>
    [...character.normalize("NFD")].map((part) => ({ part, formats })),
  );
  const isLetter = ({ part }: { part: string }) => !/[\s\p{M}]/u.test(part);
  expect(decomposed.filter(isLetter).map(({ part, formats }) => `${part} ${formats}`)).toEqual(letters);

  const plain = pieces.map((each) => (each.type === "text" ? each.text : "\n")).join("");
  const expected = plain.replace(/^[ \n]+|[ \n]+$/g, "");
  expect(
    found
      .map(({ character }) => character)
      .join("")
      .normalize("NFD")
      .replace(/[\s\p{M}]/gu, ""),
  ).toBe(expected.normalize("NFD").replace(/[\s\p{M}]/gu, ""));
  expect(written.normalize("NFC")).toBe(written);
  expect(written).not.toMatch(/^[ \n]|[ \n]$/);
  checkTight(document.codes, written);
}

/** No white space just inside a marker, and no two codes of one format side by side. */
function checkTight(codes: readonly { id: number; kind: string; href?: string }[], written: string): void {
  for (const code of codes) {
    expect(written).not.toMatch(new RegExp(`<${code.id}>\\s|\\s</${code.id}>`));
    const next = new RegExp(`</${code.id}><(\\d+)>`).exec(written)?.[1];
    const neighbour = codes.find(({ id }) => id === Number(next));
    if (neighbour) expect([neighbour.kind, neighbour.href]).not.toEqual([code.kind, code.href]);
  }
}
