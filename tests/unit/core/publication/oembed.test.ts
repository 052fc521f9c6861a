import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oembedOf, oembedXml } from "@/lib/core/publication/oembed";
import { named, textOf, xmlTree } from "@/tests/support/epub/xml-tree";

const SALT = {
  title: "Salt & <time>",
  locale: "he",
  address: "https://example.org/en/articles/salt/he?a=1&b=2",
  picture: "https://example.org/picture.png",
  pictureSize: { width: 1200, height: 630 },
  credit: 'Probe · "53%"',
  creditLocale: "en",
  project: "Probe",
  provider: { name: "Gegenlesen", address: "https://example.org" },
};
const ANY = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

describe("oembedOf", () => {
  it("takes no more room than there is, and names the picture only where it fits", () => {
    const room = fc.record({
      width: fc.integer({ min: 1, max: 2_000 }),
      height: fc.integer({ min: 1, max: 2_000 }),
    });
    fc.assert(
      fc.property(room, (given) => {
        const { width, height, thumbnail_width: picture } = oembedOf(SALT, given);
        expect(width).toBeLessThanOrEqual(given.width);
        expect(height).toBeLessThanOrEqual(given.height);
        expect(picture !== undefined).toBe(given.width >= 1200 && given.height >= 630);
      }),
      { seed: 20261126 },
    );
  });

  it("has all that version 1.0 asks of a rich answer, in both formats alike", () => {
    const oembed = oembedOf(SALT, ANY);
    expect(oembed).toMatchObject({ version: "1.0", type: "rich", width: 600, thumbnail_height: 630 });
    const root = xmlTree(oembedXml(oembed));
    for (const [name, value] of Object.entries(oembed))
      expect(named(root, name).map(textOf)).toEqual([String(value)]);
  });

  it("says of the title and of what we say about it in which language they are", () => {
    const htmlOf = (creditLocale: string | null) =>
      xmlTree(String(oembedOf({ ...SALT, creditLocale }, ANY).html));
    expect(htmlOf("en").attributes).toMatchObject({ lang: "he", dir: "rtl" });
    const footer = (creditLocale: string | null) => named(htmlOf(creditLocale), "footer")[0]?.attributes.lang;
    expect([footer("en"), footer(null)]).toEqual(["en", ""]);
  });

  it("holds whatever a title says as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const html = String(oembedOf({ ...SALT, title }, ANY).html);
        const [link] = named(xmlTree(html), "a");
        expect(link?.attributes).toEqual({ href: SALT.address });
        expect(link?.children.every((child) => typeof child === "string")).toBe(true);
      }),
      { seed: 20261126 },
    );
  });
});
