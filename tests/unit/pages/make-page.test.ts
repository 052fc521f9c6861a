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

const answered = (status: number, body: string) => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: Buffer.from(body),
});
const DRAFT = { path: "/en/preview/abc", tag: "*", kind: "page", isKept: false } as const;
const SAYS_GONE =
  '<html><head><meta name="page-status" content="410"/></head><body><p>Over.</p></body></html>';

it("answers with the status that a page of one request says, and does not show how it was said", async () => {
  const made = await makePage(DRAFT, answered(200, SAYS_GONE));
  expect(made).toMatchObject({ kind: "once", status: 410 });
  expect(made.kind === "once" && made.body.toString()).not.toContain("page-status");
});

it("takes no status from the text of a page, nor from one that is kept", async () => {
  const text = '<html><body><p>&lt;meta name="page-status" content="410"/&gt;</p></body></html>';
  expect(await makePage(DRAFT, answered(200, text))).toMatchObject({ kind: "once", status: 200 });
  expect((await makePage({ ...DRAFT, isKept: true }, answered(200, SAYS_GONE))).kind).toBe("same-for-all");
});

it("has nothing to send of a page that is not there: the framework would say so by a script", async () => {
  const blank = '<html id="__next_error__"><body></body></html>';
  expect(await makePage(DRAFT, answered(404, blank))).toEqual({ kind: "missing" });
  expect((await makePage({ ...DRAFT, kind: "document" }, answered(404, blank))).kind).toBe("not-ours");
});
