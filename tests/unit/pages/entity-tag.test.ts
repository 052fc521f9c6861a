import { expect, it } from "vitest";
import { ENCODINGS } from "@/lib/pages/content-encoding";
import { entityTag, namesTag } from "@/lib/pages/entity-tag";

it("gives each encoding of a page a tag of its own", () => {
  expect(new Set(ENCODINGS.map((encoding) => entityTag("abc", encoding))).size).toBe(3);
});

it.each([
  ['"abc-gz"', true],
  ['W/"abc-gz"', true],
  ['"other", "abc-gz"', true],
  ["*", true],
  ['"abc"', false],
  ['"abc-br"', false],
  ["abc-gz", false],
  ["", false],
])("takes If-None-Match: %s as known: %s", (header, isKnown) => {
  expect(namesTag(header, entityTag("abc", "gzip"))).toBe(isKnown);
});
