import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasForeignLink } from "@/lib/core/report/foreign-link";
import { checkReport } from "@/lib/core/report/report";
import { isFinalNews, mailWaitAfter, manyLines, newsSince, oneLine } from "@/lib/core/report/report-mail";

describe("an address of another site", () => {
  it.each([
    "See https://spam.example/pills",
    "HTTP://spam.example",
    "www.spam.example",
    "example.com/buy",
    "buy at shop.example.co.uk/x now",
    "//spam.example",
    "best pills: buy-pills.com",
    "BUY-PILLS.COM",
    "(pillen.de)",
    "write to seller@pills.ru.",
    "pills．com",
    "pills。com",
    "pi\u200blls.com",
    "198.51.100.7/x",
    "münchen-pillen.de",
    "[url=x]",
    '<a href="x">',
  ])("is found in %j", (text) => {
    expect(hasForeignLink(text, "A dough needs time.")).toBe(true);
    expect(hasForeignLink(text, `As we said: ${text}`)).toBe(false);
  });

  it.each([
    "z.B. so, d.h. u.a. um 15.40 Uhr, am 3.4.2026",
    "Alles ist fertig.Das Ende fehlt.",
    "He left at 3.40 p.m.and came back.",
    "Nr. 4.11, Version 1.2.3 / 1.2.4, 12.000,50 Euro",
    "und/oder, he/she, 24/7, a // b",
    "Node.js, README.md, index.html",
    'Er sagte:"So." Und ging.',
    "Ende.In Triest regnet es.",
    "das ist falsch.es muss heißen",
    "this is wrong.it should be, not for.me",
    "",
  ])("is not found in %j", (text) => {
    expect(hasForeignLink(text, "A dough needs time.")).toBe(false);
  });

  it("is looked for in quadratic nonsense without delay", () => {
    // the limit of the test is the bar
    for (const part of ["a.", "a-", "//a.", "1.1.", "aa.bb.", "www"])
      expect(hasForeignLink(part.repeat(1_000), "")).toBeTypeOf("boolean");
  });

  it("is refused in every field, and the field is named", () => {
    const said = { passage: "x", reason: null, remark: "y", wording: "z" };
    for (const field of ["passage", "remark", "wording"] as const)
      expect(checkReport({ ...said, [field]: "pills.com" }, "x")).toEqual({
        ok: false,
        error: { code: "link", field },
      });
    expect(checkReport({ ...said, passage: "pills.com" }, "See pills.com for it.").ok).toBe(true);
    const quoted = { ...said, remark: "Was ist „www.pillen.de“?" };
    expect(checkReport(quoted, "Er schrieb an www.pillen.de, ohne Antwort.").ok).toBe(true);
  });
});

describe("a mail", () => {
  it("tells an outcome once, and that one was taken back", () => {
    expect(newsSince("waiting", "waiting")).toBe(null);
    expect(newsSince("accepted", "accepted")).toBe(null);
    expect(newsSince("waiting", "accepted")).toBe("accepted");
    expect(newsSince("accepted", "waiting")).toBe("reopened");
    expect(newsSince("accepted", "published")).toBe("published");
    expect((["accepted", "reopened", "published", "declined", "answered"] as const).map(isFinalNews)).toEqual(
      [false, false, true, true, true],
    );
  });

  it("is tried for about two days, less and less often", () => {
    const waits = Array.from({ length: 7 }, (_, at) => mailWaitAfter(at + 1) ?? 0);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((sum, wait) => sum + wait) / 3_600_000).toBeCloseTo(41.35, 1);
    expect(mailWaitAfter(8)).toBe(null);
  });

  it("takes anybody's words in as one line, whole characters, and as long as is said", () => {
    expect(oneLine("  A\r\nBcc: x@y.z\u2028\u202eb ", 50)).toBe("A Bcc: x@y.z b");
    expect(oneLine("Der Zug aus Triest", 8)).toBe("Der Zug…");
    expect(manyLines("a\r\nb\n\n\u0007c\u2029d\n")).toBe("a\nb\n\nc\nd");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 2, max: 40 }), (words, most) => {
        const line = oneLine(words, most);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect([...line].length).toBeLessThanOrEqual(most);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });
});
