import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReaderWords } from "@/app/_features/article/words";
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { sharedPath } from "../../../support/shared-data";
import { paragraph, segment, snapshot } from "../../core/publication/segments";
import { articleMarkup, listMarkup, parallelMarkup, versionOf, wordsOf } from "./render";

const OWN = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</p></article><svg onload=alert(1)>",
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "<1>bold</1><style>*{display:none}</style>",
  "</title></textarea><!--",
  "\u202Egnp.exe",
];

const KINDS = ["paragraph", "heading", "list-item", "quote", "preformatted"] as const;

/** An article in which everything that people or machines write is one of `texts`. */
function articleOf(texts: readonly string[]): PublicationSnapshot {
  const first = texts[0] ?? "";
  return snapshot(
    texts.map((text, at) => {
      const kind = KINDS[at % KINDS.length] ?? "paragraph";
      const review = { approverName: text, approvedAt: "2026-11-24T10:00:00.000Z" };
      return segment(
        [[at + 1, `a ${text}`, kind, 1]],
        [paragraph(`a ${text}`, kind, 1)],
        at % 2 ? review : null,
      );
    }),
    {
      projectName: first,
      sourceTitle: `title ${first}`,
      targetTitle: `title ${first}`,
      mtEngine: first,
      publisherName: first,
    },
  );
}

/** Elements with the names of their attributes and the addresses in them, without any text. */
function skeleton(html: string): string {
  const walk = (node: DefaultTreeAdapterTypes.Node): string => {
    if (node.nodeName === "#comment") return "<!>";
    if (!("childNodes" in node)) return "";
    const attributes =
      "attrs" in node
        ? node.attrs.map(({ name, value }) => (name === "title" ? name : `${name}=${value}`))
        : [];
    return `<${node.nodeName} ${attributes.join(" ")}>${node.childNodes.map(walk).join("")}</>`;
  };
  return walk(parseFragment(html));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const folder = sharedPath("data/naughty/open/xss");
const corpus = (folder ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(".json"))
  .map(
    (name) =>
      [
        name,
        [...new Set(stringsIn(JSON.parse(readFileSync(path.join(folder ?? "", name), "utf8"))))],
      ] as const,
  );

describe("hostile text in a published article", () => {
  let words: ReaderWords;
  const pages = (article: PublicationSnapshot): readonly string[] => [
    articleMarkup(versionOf(article), words),
    articleMarkup(versionOf(article, "de"), words),
    parallelMarkup(versionOf(article), versionOf(article, "de"), words),
    listMarkup(article, words),
  ];
  /** The pages have the same elements, attributes and addresses as those of an article of harmless words. */
  const changesNothing = (texts: readonly string[]): void => {
    const harmless = pages(articleOf(texts.map(() => "harmless")));
    expect(pages(articleOf(texts)).map(skeleton)).toEqual(harmless.map(skeleton));
  };
  beforeAll(async () => {
    words = await wordsOf("en");
  });

  it.each(OWN)("shows %j as text", (text) => changesNothing(KINDS.map(() => text)));

  it("still shows all of it", () => {
    const [html = ""] = pages(articleOf(["<b>&amp;</b>"]));
    expect(html).toContain("a &lt;b&gt;&amp;amp;&lt;/b&gt;");
  });

  it("takes no address from the table of codes that a browser would run", () => {
    const bad = [
      "javascript:alert(1)",
      " java\nscript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "//x",
      "/x",
    ];
    const codes = bad.flatMap((href, at): InlineCode[] => [
      { id: 2 * at + 1, kind: "link", href },
      { id: 2 * at + 2, kind: "image", href, alt: "x" },
    ]);
    const text = bad.map((_, at) => `<${2 * at + 1}>go</${2 * at + 1}> <${2 * at + 2}/>`).join(" ");
    const article = snapshot([segment([[1, text]], [text])], { sourceCodes: codes, targetCodes: codes });
    const hrefs = pages(article).flatMap((html) =>
      [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, to]) => to),
    );
    const ours = ["/en/articles/salz/", "/api/articles/salz/", "#mark-"];
    expect(hrefs.filter((to) => !ours.some((start) => to?.startsWith(start)))).toEqual([]);
  });

  describe.skipIf(!folder)("of the shared corpus (skipped where the shared folder is absent)", () => {
    it.each(corpus)("shows each string of %s as text", (_, strings) => {
      expect(strings.length).toBeGreaterThan(10);
      for (let at = 0; at < strings.length; at += 50) changesNothing(strings.slice(at, at + 50));
    });
  });
});
