import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "@/lib/core/interchange/read-html";
import { formattedCharacters, listNumbers, outline } from "./formatted-characters";
import { escapeXml, formattedLetters, type Markup, markup } from "./inline-markup";

function read(html: string) {
  const reading = readHtml(html, 256);
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
}

describe("readHtml", () => {
  it("makes paragraphs of the block structure", () => {
    const html = `<html><head><title>Kopf</title><style>p{}</style></head><body><nav>Menü</nav><h2>Über</h2>
      <p>Ein
      Absatz.</p>lose<ul><li>eins<ol><li>zwei</li></ol></li><li><p>drei</p><p>dazu</p></li></ul>
      <blockquote>Zitat</blockquote><pre>  a\n\n    b</pre><table><tr><td>x<td>y</table><dl><dt>t<dd>d</dl></body></html>`;
    const { text, title } = read(html);
    expect(outline(text)).toEqual([
      "paragraph 0 Menü",
      "heading 2 Über",
      "paragraph 0 Ein Absatz.",
      "paragraph 0 lose",
      "list-item 1 eins",
      "list-item 2 zwei",
      "list-item 1 drei",
      "paragraph 0 dazu",
      "quote 0 Zitat",
      "preformatted 0   a\n\n    b",
      "paragraph 0 x",
      "paragraph 0 y",
      "paragraph 0 t",
      "paragraph 0 d",
    ]);
    expect(title).toBe("Kopf");
  });

  it("keeps the numbers of numbered lists as HTML counts them", () => {
    const numbers = (html: string) => listNumbers(read(html).text);
    expect(numbers("<ol start=4><li>a<ol><li>x<li>y</ol><ul><li>z</ul><li>b</ol><ul><li>c</ul>")).toEqual([
      4,
      1,
      2,
      null,
      5,
      null,
    ]);
    expect(numbers("<ol><li>a<p>more<li value=9>b<li>c</ol><ol><li>d</ol>")).toEqual([1, 9, 10, 1]);
    expect(numbers("<ol reversed><li>a<li>b</ol><ol reversed start=9><li>c<li>d</ol>")).toEqual([2, 1, 9, 8]);
    expect(
      numbers("<ol start=x><li>a</ol><ol start=-2><li>b<li>c<li>d</ol><ol start=9999999999><li>e</ol>"),
    ).toEqual([1, null, null, 0, null]);
  });

  it("keeps how the numbers of a list are written, by the item before the list and by CSS before the attribute", () => {
    const styles = (html: string) => read(html).text.paragraphs.map(({ numberStyle }) => numberStyle ?? null);
    expect(styles("<ol type=a><li>a<ol type=I><li>b</ol><li type=i>c</ol><ol type=A><li>d</ol>")).toEqual([
      "lower-alpha",
      "upper-roman",
      "lower-roman",
      "upper-alpha",
    ]);
    expect(styles("<ol type=a><li type=1>a<li style='list-style-type: upper-latin'>b</ol>")).toEqual([
      null,
      "upper-alpha",
    ]);
    expect(
      styles("<ol type=A style='color:red; LIST-STYLE: inside Lower-Roman'><li>a</ol><ol type=x><li>b</ol>"),
    ).toEqual(["lower-roman", null]);
    // the last one counts, only keywords do, and what we do not have goes before a type as well
    const greek = "<ol type=a style='list-style: lower-greek'><li>a</ol>";
    const last = "<ol style='list-style-type: lower-alpha; list-style-type: upper-roman'><li>b</ol>";
    const picture = `<ol type=i style="list-style: url('upper-alpha.png') inside"><li>c</ol>`;
    expect(styles(greek + last + picture)).toEqual([null, "upper-roman", "lower-roman"]);
    expect(styles("<ul type=a><li>a</ul><ol type=a><li value=-1>b</ol><ol type=1><li>c</ol>")).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("prefers the first heading of level 1 to the title in the head", () => {
    expect(read("<title>Zeitung</title><h1>Der <i>Artikel</i></h1><h1>Zwei</h1>").title).toBe("Der Artikel");
  });

  it("makes inline codes, collapsing white space around them", () => {
    const { text } = read(
      '<p> a <b> fett </b> <a href="https://a.example/?q=ä">Link</a> <img src="https://a.example/x.png" alt=" ein  Bild "> H<sub>2</sub>O <br> neu </p>',
    );
    expect(text.paragraphs[0]?.text).toBe("a <1>fett</1> <2>Link</2> <3/> H<4>2</4>O<5/>neu");
    expect(text.codes).toEqual([
      { id: 1, kind: "bold" },
      { id: 2, kind: "link", href: "https://a.example/?q=%C3%A4" },
      { id: 3, kind: "image", href: "https://a.example/x.png", alt: "ein Bild" },
      { id: 4, kind: "subscript" },
      { id: 5, kind: "break" },
    ]);
  });

  it("leaves scripts, styles, templates and hidden elements out", () => {
    const { text, warnings } = read(
      '<p>a<script>x</script><style>x</style><template>x</template><noscript>x</noscript><span hidden>x</span><i style="display: none">x</i>b<svg><text>x</text></svg></p><!-- x -->',
    );
    expect(outline(text)).toEqual(["paragraph 0 ab"]);
    expect(warnings).toEqual([{ code: "hidden-text-skipped", params: { count: 2 } }]);
  });

  it.each([
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "/relative",
    "//host.example/x",
    "https://user:secret@a.example/",
  ])("keeps the text and drops the link to %s with a warning", (href) => {
    const { text, warnings } = read(`<p>a <a href="${href}">b</a></p>`);
    expect(outline(text)).toEqual(["paragraph 0 a b"]);
    expect(text.codes).toEqual([]);
    expect(warnings[0]?.code).toBe("link-dropped");
  });

  it("keeps fragments and mail addresses", () => {
    const { codes } = read('<p><a href="#n1">1</a> <a href="mailto:a@b.example">2</a></p>').text;
    expect(codes.map(({ href }) => href)).toEqual(["#n1", "mailto:a@b.example"]);
  });

  it("ends a paragraph at two line breaks in a row", () => {
    expect(outline(read("eins<br><br>zwei<br>drei").text)).toEqual([
      "paragraph 0 eins",
      "paragraph 0 zwei<1/>drei",
    ]);
  });

  it("keeps no-break spaces, and drops paragraphs that hold nothing else", () => {
    expect(outline(read("<p>&nbsp;</p><p>10&nbsp;%&shy;</p>").text)).toEqual(["paragraph 0 10\u00a0%\u00ad"]);
  });

  it("refuses elements nested deeper than the limit", () => {
    expect(readHtml("<div>".repeat(5000), 256)).toMatchObject({ ok: false, error: { code: "too-complex" } });
    expect(readHtml(`${"<div>".repeat(200)}x`, 256).ok).toBe(true);
  });

  it("keeps every letter and its formats whatever the markup", () => {
    fc.assert(
      fc.property(markup, (nodes) => {
        const { text } = read(`<p>x${nodes.map(writeHtml).join("")}</p>`);
        const found = formattedCharacters(text, 0).filter(({ character }) => !/\s/u.test(character));
        expect(found.map(({ character, formats }) => `${character} ${formats}`)).toEqual([
          "x ",
          ...formattedLetters(nodes),
        ]);
      }),
      { numRuns: 1500 },
    );
  });
});

const TAGS = { bold: "strong", italic: "em", code: "code", link: "a" } as const;

function writeHtml(node: Markup): string {
  if ("text" in node) return escapeXml(node.text);
  const tag = TAGS[node.kind];
  const attribute = node.href ? ` href="${node.href}"` : "";
  return `<${tag}${attribute}>${node.children.map(writeHtml).join("")}</${tag}>`;
}
