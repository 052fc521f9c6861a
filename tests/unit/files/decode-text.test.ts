import { describe, expect, it } from "vitest";
import { declaredEncoding } from "@/lib/files/declared-encoding";
import { decodeText } from "@/lib/files/decode-text";
import { readDocument } from "@/lib/files/read-document";

const GERMAN =
  "Die Größe der Äpfel – „rund“ und süß – kostet 5 €, sagt der Bäcker. Über die Straße läuft ein Mädchen.";
const FRENCH = "L’été dernier, la fenêtre était déjà ouverte ; à l’hôtel, on a mangé des crêpes et du pâté.";
const POLISH =
  "Zażółć gęślą jaźń. Wczoraj wieczorem poszliśmy do kina, żeby obejrzeć nowy film o łodzi i mężu.";
const CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Včera večer jsme šli do kina a potom ještě na večeři.";
const RUSSIAN = "Вчера вечером мы ходили в кино, чтобы посмотреть новый фильм о море и о лодках.";
const GREEK = "Χθες το βράδυ πήγαμε στον κινηματογράφο για να δούμε την καινούργια ταινία για τη θάλασσα.";
const UKRAINIAN = "Вчора ввечері ми ходили в кіно, щоб подивитися новий фільм про море і човни з її друзями.";

/** Bytes of a text in an encoding that Node cannot write, by turning its decoder round. */
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-16le") return new Uint8Array(Buffer.from(text, "utf16le"));
  if (encoding === "utf-16be") return new Uint8Array(Buffer.from(text, "utf16le").swap16());
  const decoder = new TextDecoder(encoding);
  const byCharacter = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) byCharacter.set(decoder.decode(Uint8Array.of(byte)), byte);
  const high = [..."€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"];
  if (encoding === "windows-1252") for (const [at, sign] of high.entries()) byCharacter.set(sign, 0x80 + at);
  byCharacter.set(" ", 0x20);
  return Uint8Array.from([...text], (character) => {
    const byte = byCharacter.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`);
    return byte;
  });
}

function decoded(bytes: Uint8Array, declared: string | null = null) {
  const result = decodeText(bytes, declared);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("decodeText", () => {
  it.each([
    ["utf-16le", "\ufeff"],
    ["utf-16be", "\ufeff"],
    ["utf-16le", ""],
    ["utf-16be", ""],
  ])("reads %s with the mark %j", (encoding, mark) => {
    expect(decoded(encode(mark + GERMAN, encoding))).toMatchObject({ text: GERMAN, encoding });
  });

  it("reads UTF-16 of other scripts without a mark", () => {
    expect(decoded(encode(RUSSIAN, "utf-16le")).text).toBe(RUSSIAN);
    expect(decoded(encode(RUSSIAN, "utf-16be")).text).toBe(RUSSIAN);
  });

  it("reads UTF-8 with and without a mark and drops the mark", () => {
    const bytes = new TextEncoder().encode(`\ufeff${GERMAN}`);
    expect(decoded(bytes)).toEqual({ text: GERMAN, encoding: "utf-8", isGuess: false });
    expect(decoded(bytes.subarray(3)).text).toBe(GERMAN);
  });

  it.each([
    [GERMAN, "windows-1252"],
    [FRENCH, "windows-1252"],
    ["Größe", "windows-1252"],
    ["déjà vu", "windows-1252"],
    [POLISH, "windows-1250"],
    [CZECH, "windows-1250"],
    [POLISH, "iso-8859-2"],
    [RUSSIAN, "windows-1251"],
    [UKRAINIAN, "windows-1251"],
    [RUSSIAN, "koi8-r"],
    [GREEK, "windows-1253"],
  ])("guesses the encoding of %j in %s", (text, encoding) => {
    const found = decoded(encode(text, encoding));
    expect(found.text).toBe(text);
    expect(found.isGuess).toBe(true);
  });

  it("believes a declaration where the bytes are no UTF-8, and the bytes where they are", () => {
    expect(decoded(encode(POLISH, "windows-1250"), "windows-1250")).toEqual({
      text: POLISH,
      encoding: "windows-1250",
      isGuess: false,
    });
    expect(decoded(new TextEncoder().encode(GERMAN), "iso-8859-1").text).toBe(GERMAN);
    expect(decoded(encode(GERMAN, "windows-1252"), "iso-8859-1").text).toBe(GERMAN);
  });

  it("refuses broken UTF-16, UTF-32 and broken UTF-8 with a mark instead of putting U+FFFD in", () => {
    const lone = encode("\ufeffa\ud800b", "utf-16le");
    for (const bytes of [
      lone,
      Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0),
      Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff),
    ]) {
      expect(decodeText(bytes, null)).toMatchObject({ ok: false, error: { code: "bad-encoding" } });
    }
  });

  it("never puts a replacement character in, for every pair of bytes", () => {
    for (let first = 0x80; first < 0x100; first++) {
      for (let second = 0x20; second < 0x100; second += 5) {
        const result = decodeText(Uint8Array.of(0x61, first, second, 0x62), null);
        if (result.ok) expect(result.value.text).not.toContain("\ufffd");
      }
    }
  });
});

describe("declaredEncoding", () => {
  it.each([
    ['<html><meta charset="ISO-8859-2">', "iso-8859-2"],
    ["<html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"],
    ['<?xml version="1.0" encoding="windows-1251"?><html>', "windows-1251"],
    ["charset=koi8-r in a text", null],
  ])("finds the encoding that %j declares", (html, encoding) => {
    expect(declaredEncoding(Buffer.from(html))).toBe(encoding);
  });

  it("is used for HTML files", async () => {
    const html = encode(`<html><meta charset="windows-1250"><p>${POLISH}</p>`, "windows-1250");
    const read = await readDocument({ name: "a.html", bytes: html });
    expect(read).toMatchObject({ ok: true, value: { encoding: "windows-1250", warnings: [] } });
    if (read.ok) expect(read.value.text.paragraphs[0]?.text).toBe(POLISH);
  });
});
