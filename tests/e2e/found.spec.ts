import type { APIRequestContext } from "@playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { checkAtom } from "../support/check-atom";
import { checkSitemap } from "../support/check-sitemap";
import { checkEpub } from "../support/epub/check-epub";
import { named, textOf, xmlTree } from "../support/epub/xml-tree";
import { checkJsonLd } from "../support/schema-vocabulary";
import { publishArticle, type ReaderArticle } from "./reader-article";
import { readPage } from "./support/head";
import { expect, test } from "./support/test";

let article: ReaderArticle;
/** Of its translations, search engines are to list the English one only. */
let unchecked: ReaderArticle;
test.beforeAll(async () => {
  article = await publishArticle();
  unchecked = await publishArticle(["en"]);
});

const LANGUAGES = ["de", "en", "ar"] as const;
const page = (ui: string, language: string, slug = article.slug): string =>
  `/${ui}/articles/${slug}/${language}`;
const file = (name: string, slug = article.slug): string => `/api/articles/${slug}/${name}`;

/** React writes this into every form that a server action takes. */
const REACT_FORM = 'Attribute "action" has invalid value ""';

/** Addresses of reader pages that a page links to, without their fragments. */
async function linkedPages(request: APIRequestContext, from: string): Promise<readonly string[]> {
  const links = (await readPage(request, from)).all("a").map(({ href = "" }) => href.split("#")[0] ?? "");
  return links.filter((href) => /^\/(?:de|en)(?:\/(?:articles|search)\b|$)/.test(href));
}

test("gives readers valid HTML, page by page, in both languages of the interface", async ({ request }) => {
  const starts = [
    "/en",
    "/de",
    "/en/search?q=dough",
    ...["de", "en"].flatMap((ui) => LANGUAGES.map((language) => page(ui, language))),
  ];
  const found = await Promise.all(starts.map((start) => linkedPages(request, start)));
  const own = found.flat().filter((href) => href.includes(article.slug) || href.includes("/search"));
  // one of the pages that differ in their query only
  const addresses = [...new Map([...starts, ...own].map((href) => [href.split("?")[0], href])).values()];
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({ root: true, extends: ["html-validate:standard"] }),
  );
  const faults: string[] = [];
  for (const address of addresses) {
    const answer = await request.get(address);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    const report = await validator.validateString(await answer.text());
    for (const { ruleId, message, line, column } of report.results.flatMap(({ messages }) => messages))
      if (message !== REACT_FORM) faults.push(`${address} ${line}:${column} ${ruleId}: ${message}`);
  }
  expect(addresses.length).toBeGreaterThan(12);
  expect(faults).toEqual([]);
});

test("has feeds and a sitemap as their formats want them", async ({ request }) => {
  for (const language of ["en", "ar"]) {
    const feed = await (await request.get(`/feeds/${language}`)).text();
    expect(feed).toContain(article.slug);
    expect(checkAtom(feed)).toEqual([]);
  }
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(checkSitemap(sitemap)).toEqual([]);
});

test("names every language from every other one, on every page that search engines are given", async ({
  request,
}) => {
  const sitemap = xmlTree(await (await request.get("/sitemap.xml")).text());
  const addresses = named(sitemap, "loc").map(textOf);
  for (const language of LANGUAGES)
    expect(addresses.some((address) => address.endsWith(`/articles/${article.slug}/${language}`))).toBe(true);
  const starts = [...addresses, ...["/de", "/en"].map((path) => new URL(path, addresses[0]).href)];
  for (const address of starts) {
    const { alternates, canonical } = await readPage(request, address);
    expect(canonical, address).toBe(address);
    expect(Object.values(alternates), address).toContain(address);
    for (const [language, other] of Object.entries(alternates)) {
      if (language === "x-default") {
        expect((await request.get(other)).status(), other).toBe(200);
        continue;
      }
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
      const back = await readPage(request, other);
      expect(back.canonical, other).toBe(other);
      expect(back.alternates, `${other} as named by ${address}`).toEqual(alternates);
    }
  }
});

test("names each other the pages about a translation in the languages of the interface, of listed ones only", async ({
  request,
}) => {
  for (const name of ["made", "changes"]) {
    const pages = await Promise.all(["de", "en"].map((ui) => readPage(request, `${page(ui, "en")}/${name}`)));
    const [german, english] = pages.map(({ canonical }) => canonical ?? "");
    for (const { alternates } of pages) {
      const { "x-default": fallback, ...named } = alternates;
      expect(named).toEqual({ de: german, en: english });
      expect(new URL(fallback ?? "").pathname).toBe(`/articles/${article.slug}/en/${name}`);
      expect((await request.get(fallback ?? "")).url()).toBe(english);
    }
    const unlisted = await readPage(request, `${page("en", "ar", unchecked.slug)}/${name}`);
    expect(unlisted.alternates).toEqual({});
  }
});

test("leads from the other language of the interface to the one address of a text", async ({ request }) => {
  for (const language of LANGUAGES) {
    const [german, english] = await Promise.all(
      ["de", "en"].map((ui) => readPage(request, page(ui, language))),
    );
    expect(german?.canonical).toBe(english?.canonical);
    expect(german?.alternates).toEqual(english?.alternates);
  }
});

test("asks search engines not to list what nobody has checked, and hides it from nobody", async ({
  request,
}) => {
  const arabic = await readPage(request, page("en", "ar", unchecked.slug));
  expect(arabic.meta("robots")).toEqual(["noindex, follow"]);
  expect(arabic.headers["x-robots-tag"]).toBe("noindex");
  expect(arabic.alternates).toEqual({});
  const english = await readPage(request, page("en", "en", unchecked.slug));
  expect(english.meta("robots").join()).not.toContain("noindex");
  expect(english.headers["x-robots-tag"]).toBeUndefined();
  expect(Object.keys(english.alternates).sort()).toEqual(["de", "en", "x-default"]);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(`/articles/${unchecked.slug}/en`);
  expect(sitemap).not.toContain(`/articles/${unchecked.slug}/ar`);
  expect(await (await request.get("/feeds/ar")).text()).toContain(unchecked.slug);
});

test("tells networks and machines what it is, with a picture", async ({ request }) => {
  for (const language of LANGUAGES) {
    const { meta, data } = await readPage(request, page("en", language));
    expect(checkJsonLd(data)).toEqual([]);
    const [image = ""] = meta("og:image");
    expect(new URL(image).pathname).toBe(file(`${language}/picture.png`));
    expect([meta("og:image:width"), meta("og:image:height")]).toEqual([["1200"], ["630"]]);
    expect(meta("og:image:alt")[0]).toContain(meta("og:title")[0]);
    expect(meta("twitter:card")).toEqual(["summary_large_image"]);
    const picture = await request.get(image);
    expect(picture.headers()).toMatchObject({
      "content-type": "image/png",
      "cross-origin-resource-policy": "cross-origin",
    });
    const bytes = await picture.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const etag = picture.headers().etag ?? "";
    expect((await request.get(image, { headers: { "if-none-match": etag } })).status()).toBe(304);
  }
});

test("can be embedded elsewhere, by the link in its head", async ({ request }) => {
  const { all, canonical } = await readPage(request, page("en", "ar"));
  const discovered = all("link").filter(({ type }) => type?.endsWith("+oembed"));
  expect(discovered.map(({ type }) => type)).toEqual(["application/json+oembed", "text/xml+oembed"]);
  const [json, xml] = await Promise.all(discovered.map(({ href = "" }) => request.get(href)));
  expect(await json?.json()).toMatchObject({
    version: "1.0",
    type: "rich",
    title: "عجين",
    thumbnail_width: 1200,
  });
  expect(textOf(named(xmlTree((await xml?.text()) ?? ""), "title")[0] ?? xmlTree("<a/>"))).toBe("عجين");

  const ask = (url: string, rest = "") => request.get(`/api/oembed?url=${encodeURIComponent(url)}${rest}`);
  const small = await (await ask(canonical ?? "", "&maxwidth=320&maxheight=80")).json();
  expect(small).toMatchObject({ width: 320, height: 80 });
  expect(small).not.toHaveProperty("thumbnail_url");
  const statuses = async (...answers: ReturnType<typeof ask>[]) =>
    (await Promise.all(answers)).map((answer) => answer.status());
  const elsewhere = (canonical ?? "").replace(/^https?:\/\/[^/]+/, "https://elsewhere.example");
  expect(
    await statuses(
      ask(elsewhere),
      ask(`${canonical}x-nothing`),
      ask("no address"),
      ask(canonical ?? "", "&format=yaml"),
      ask(canonical ?? "", "&maxwidth=wide"),
    ),
  ).toEqual([404, 404, 404, 501, 400]);
});

test("can be taken away as a book and as Markdown, in one language or in two, until it is withdrawn", async ({
  request,
}) => {
  const own = await publishArticle();
  const links = (await readPage(request, page("de", "en", own.slug)))
    .all("a")
    .flatMap(({ href = "" }) => (/\.(?:epub|md)$/.test(href) ? [href] : []));
  expect(links.map((href) => href.replace(file("", own.slug), ""))).toEqual(
    ["en", "en/de", "en/ar"].flatMap((languages) => [`${languages}/book.epub`, `${languages}/text.md`]),
  );
  for (const href of links) {
    const answer = await request.get(href);
    expect(answer.headers()["x-robots-tag"]).toBe("noindex");
    expect(answer.headers().link).toContain(`/en/articles/${own.slug}/en>; rel="canonical"`);
    expect(
      (await request.get(href, { headers: { "if-none-match": answer.headers().etag ?? "" } })).status(),
    ).toBe(304);
    if (href.endsWith(".epub")) expect(checkEpub(await answer.body())).toEqual([]);
    else {
      const read = readMarkdown(await answer.text(), 100);
      const texts = read.ok
        ? read.value.text.paragraphs.map(({ kind, ordinal, text }) => `${kind} ${ordinal} ${text}`)
        : [];
      expect(texts).toContain("list-item 3 Flour");
      if (href.includes("/ar/")) expect(texts).toContain("list-item 3 دقيق");
    }
  }
  await own.withdraw();
  for (const href of [...links, file("en/picture.png", own.slug)])
    await expect.poll(async () => (await request.get(href)).status(), { timeout: 5_000 }).toBe(404);
});
