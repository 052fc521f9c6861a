import { expect, it } from "vitest";
import { makePage } from "@/lib/pages/make-page";

const headersOf = async (robots: string): Promise<readonly string[]> => {
  const made = await makePage(
    { path: "/en/articles/salt/en", tag: "salt", kind: "page", isKept: true },
    {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
      body: Buffer.from(`<html><head><meta name="robots" content="${robots}"/></head><body></body></html>`),
    },
  );
  if (made.kind !== "same-for-all") throw new Error(made.kind);
  return made.page.headers;
};

it("says in a header, too, that search engines are asked not to list a page, and of no other", async () => {
  const headers = await headersOf("noindex, follow");
  expect(headers[headers.indexOf("x-robots-tag") + 1]).toBe("noindex");
  expect(await headersOf("max-image-preview:large")).not.toContain("x-robots-tag");
});
