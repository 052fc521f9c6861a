import { expect, it } from "vitest";
import { chooseEncoding } from "@/lib/pages/content-encoding";

it.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["deflate, zstd", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["gzip;q=0, br;q=0", "identity"],
  ["*", "br"],
  ["*;q=0, gzip", "gzip"],
  ["identity, *;q=0", "identity"],
  ["gzip;q=0.5, identity;q=0.9", "identity"],
  ["*;q=0", null],
  ["identity;q=0", null],
  ["br;q=abc", "identity"],
  ["br;q=1.5, gzip;q=0.1", "gzip"],
] as const)("answers Accept-Encoding: %s with %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
  expect(chooseEncoding(header)).toBe(encoding);
});

it("does not remember a flood of headers", () => {
  for (let i = 0; i < 1_000; i++) chooseEncoding(`gzip, x-${i}`);
  expect(chooseEncoding("gzip, x-5")).toBe("gzip");
  expect(chooseEncoding("br, x-999")).toBe("br");
});
