import { describe, expect, it } from "vitest";
import { createFormat } from "@/lib/i18n/format";
import { displayTimeZone } from "@/lib/i18n/time-zone";

const NOW = "2026-03-29T00:30:00Z"; // half an hour before Berlin's clocks go forward

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

describe("a format", () => {
  const de = createFormat("de", "Europe/Berlin");
  const en = createFormat("en", "Europe/Berlin");

  it("writes dates in the language and the zone it was given", () => {
    expect(de.date(NOW)).toBe("29. März 2026");
    expect(en.date(NOW)).toBe("29 March 2026");
    expect(createFormat("en", "America/New_York").date(NOW)).toBe("28 March 2026");
    expect(plain(de.dateTime(NOW))).toBe("29.03.2026, 01:30");
    expect(plain(de.dateTime("2026-03-29T01:30:00Z"))).toBe("29.03.2026, 03:30");
  });

  it("writes a period with what its days have in common once", () => {
    expect(plain(de.dates("2026-11-24T12:00:00Z", "2026-11-26T12:00:00Z"))).toBe("24.–26. November 2026");
    expect(plain(en.dates("2026-11-24T12:00:00Z", "2026-12-01T12:00:00Z"))).toMatch(
      /^24 November\s–\s1 December 2026$/,
    );
    expect(de.dates("2026-11-24T12:00:00Z", "2026-11-24T18:00:00Z")).toBe("24. November 2026");
  });

  it.each([
    [-5, "jetzt", "now"],
    [-59, "vor 59 Sekunden", "59 seconds ago"],
    [-61, "vor 1 Minute", "1 minute ago"],
    [-3600 * 5, "vor 5 Stunden", "5 hours ago"],
    [-86_400, "gestern", "yesterday"],
    [-86_400 * 20, "vor 2 Wochen", "2 weeks ago"],
    [-86_400 * 400, "letztes Jahr", "last year"],
    [7200, "in 2 Stunden", "in 2 hours"],
  ])("says how long ago %i seconds are", (seconds, german, english) => {
    const at = new Date(new Date(NOW).getTime() + seconds * 1000);
    expect(de.relative(at, NOW)).toBe(german);
    expect(en.relative(at, NOW)).toBe(english);
  });

  it("writes numbers, shares, sizes and lists", () => {
    expect(de.number(12_345.6)).toBe("12.345,6");
    expect(plain(de.percent(0.42))).toBe("42 %");
    expect(en.percent(0.42)).toBe("42%");
    expect(plain(de.bytes(1_500_000))).toBe("1,5 MB");
    expect(en.bytes(0)).toBe("0 bytes");
    expect(en.bytes(999)).toBe("999 bytes");
    expect(de.list(["a", "b", "c"])).toBe("a, b und c");
  });

  it("names languages and leaves unknown tags as they are", () => {
    expect(de.languageName("en")).toBe("Englisch");
    expect(en.languageName("de-CH")).toBe("German (Switzerland)");
    expect(en.languageName("not a tag")).toBe("not a tag");
  });
});

describe("the time zone", () => {
  it("is the one of the environment, if there is such a zone", () => {
    expect(displayTimeZone({ TIME_ZONE: "Asia/Tokyo" } as never)).toBe("Asia/Tokyo");
    expect(displayTimeZone({ TIME_ZONE: "Mars/Olympus" } as never)).toBe("Europe/Berlin");
    expect(displayTimeZone({} as never)).toBe("Europe/Berlin");
  });
});
