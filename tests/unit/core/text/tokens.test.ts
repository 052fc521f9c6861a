import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tokenize } from "@/lib/core/text/tokens";
import { random } from "@/tests/support/random";
import { sharedPath } from "@/tests/support/shared-data";
import { textPairs } from "../diff/random-texts";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

const shown = (text: string, locale?: string): string =>
  tokenize(text, locale)
    .map(({ kind, text: token }) => `${kind[0]}:${token}`)
    .join("|");

function expectGood(text: string): void {
  const tokens = tokenize(text);
  const starts = new Set(Array.from(graphemes.segment(text), ({ index }) => index));
  let at = 0;
  for (const token of tokens) {
    expect(token.from, JSON.stringify(text)).toBe(at);
    expect(token.text, JSON.stringify(text)).toBe(text.slice(token.from, token.to));
    expect(token.text.length, JSON.stringify(text)).toBeGreaterThan(0);
    expect(starts.has(token.from), `cluster cut at ${token.from} in ${JSON.stringify(text)}`).toBe(true);
    at = token.to;
  }
  expect(at).toBe(text.length);
}

describe("tokenize", () => {
  it.each([
    ["Don't e-mail us.", "w:Don't|s: |w:e|p:-|w:mail|s: |w:us|p:."],
    ["l’homme, snake_case", "w:l’homme|p:,|s: |w:snake_case"],
    ["1,234.56 km am 3.", "n:1,234.56|s: |w:km|s: |w:am|s: |n:3|p:."],
    ["1\u202f000 at 10:30", "n:1\u202f000|s: |w:at|s: |n:10:30"],
    ["the 3rd", "w:the|s: |w:3rd"],
    ["wait... what?!", "w:wait|p:...|s: |w:what|p:?|p:!"],
    ["a  b\r\n\tc", "w:a|s:  |w:b|s:\r\n\t|w:c"],
    ["“A”–„B“", "p:“|w:A|p:”|p:–|p:„|w:B|p:“"],
    ["", ""],
  ])("cuts %j", (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });

  it("keeps inline codes whole and leaves what only resembles one as text", () => {
    expect(shown("<1>Ha</1>us<2/>")).toBe("c:<1>|w:Ha|c:</1>|w:us|c:<2/>");
    expect(shown("<x> < 3>")).toBe("p:<|w:x|p:>|s: |p:<|s: |n:3|p:>");
    expect(shown("<</2/>")).toBe("p:<|p:<|p:/|n:2|p:/|p:>");
  });

  it("keeps invisible characters inside a word with the word, others by themselves", () => {
    expect(shown("so\u00adft \u202eevil\u202c")).toBe("w:so\u00adft|s: |s:\u202e|w:evil|s:\u202c");
    expect(shown("ad\u200bmin")).toBe("w:ad|s:\u200b|w:min");
    expect(shown("می\u200cروم")).toBe("w:می\u200cروم");
  });

  it("keeps emoji sequences, flags and combining marks in one token", () => {
    expect(shown("👩\u200d👩\u200d👧👍🏽🇩🇪🇫🇷")).toBe("p:👩\u200d👩\u200d👧|p:👍🏽|p:🇩🇪|p:🇫🇷");
    expect(shown("cafe\u0301 \u0308")).toBe("w:cafe\u0301|p: \u0308");
  });

  it("cuts scripts without spaces into words by dictionary", () => {
    expect(shown("ภาษาไทยเป็นภาษา", "th")).toBe("w:ภาษา|w:ไทย|w:เป็น|w:ภาษา");
    const japanese = tokenize("2024年にiPhoneを。", "ja").map(({ text }) => text);
    expect(japanese).toEqual(["2024", "年", "に", "iPhone", "を", "。"]);
    expect(tokenize("我们今天讨论翻译", "zh").length).toBeGreaterThan(3);
  });

  it("accepts any string as a locale", () => {
    expect(
      tokenize("我们今天", "not a locale")
        .map(({ text }) => text)
        .join(""),
    ).toBe("我们今天");
  });
});

describe("tokenize: laws", () => {
  it("joins to the text and cuts no grapheme cluster in seeded texts of many scripts", () => {
    for (const { base } of textPairs(2000)) expectGood(base);
  });

  it("joins to the text and cuts no grapheme cluster in seeded strings of any code points", () => {
    const next = random(20261124);
    const special = [
      0x200d, 0x34f, 0x300, 0x903, 0xe33, 0x600, 0x1f1e6, 0x1f3ff, 0x231a, 0xac00, 0x11a8, 0xd, 0xa,
    ];
    for (let round = 0; round < 5000; round++) {
      const codePoints = Array.from({ length: 6 }, () => {
        if (next() < 0.3) return special[Math.floor(next() * special.length)] ?? 0x20;
        return Math.floor(next() * (next() < 0.7 ? 0x3100 : 0x1ffff));
      });
      expectGood(String.fromCodePoint(...codePoints));
    }
  });

  it("cuts no surrogate pair in long runs given to the dictionary in pieces", () => {
    expectGood(`们${"𠀀".repeat(2000)}`);
    expectGood(`${"𠀀".repeat(2000)}`);
  });

  const rows = sharedPath("data/naughty/open/unicode/grapheme-break-rows.json");
  it.skipIf(!rows)(
    "cuts no cluster of Unicode's grapheme break rows (skipped without the shared data)",
    () => {
      for (const row of JSON.parse(readFileSync(rows ?? "", "utf8")) as string[]) {
        const codePoints = row.match(/[0-9A-F]{4,6}/g) ?? [];
        const text = codePoints.map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join("");
        expectGood(text);
        expectGood(`a${text}b`);
      }
    },
  );

  it.each([
    ["spaces", " ".repeat(200_000)],
    ["combining marks", `a${"\u0301".repeat(200_000)}`],
    ["overrides after a letter", `a${"\u202e".repeat(200_000)}`],
    ["joiners after an emoji", `👩${"\u200d".repeat(200_000)}`],
    ["full stops before a mark", `${".".repeat(200_000)}\u0301`],
    ["opened markers", "<1".repeat(100_000)],
    ["ideographs", "我们今天要讨论机器翻译".repeat(18_000)],
    ["lone surrogates", "\ud800".repeat(200_000)],
  ])("stays linear on 200,000 %s", (_, text) => {
    const start = performance.now();
    expect(tokenize(text).at(-1)?.to).toBe(text.length);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
