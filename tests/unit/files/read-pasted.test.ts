import { describe, expect, it } from "vitest";
import { readPasted } from "@/lib/files/read-pasted";

describe("readPasted", () => {
  it("reads paragraphs with the line ends of any system", () => {
    const read = readPasted("Eins\r\n\r\nZwei\rdrei");
    expect(read).toMatchObject({ ok: true, value: { format: "text", encoding: null, title: null } });
    if (read.ok) expect(read.value.text.paragraphs.map(({ text }) => text)).toEqual(["Eins", "Zwei\ndrei"]);
  });

  it.each([
    ["nothing", "", "empty"],
    ["white space", " \n\t\n", "empty"],
    ["a NUL", "a\0b", "nul"],
    ["half a surrogate pair", "a\ud800b", "malformed-text"],
    ["a paragraph of 200,001 characters", "x".repeat(200_001), "paragraph-too-long"],
    ["20,001 paragraphs", "x\n".repeat(20_001), "too-many-paragraphs"],
    ["five million characters and one", "x".repeat(5_000_001), "too-large"],
  ])("refuses %s", (_, text, code) => {
    const read = readPasted(text);
    expect(read.ok ? null : read.error.code).toBe(code);
  });
});
