import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "@/lib/core/interchange/docx/read-docx";
import { formattedCharacters, outline } from "./formatted-characters";
import { escapeXml, formattedLetters, type Markup, markup } from "./inline-markup";
import { EMPTY, LIMITS, read, style } from "./read-body";
import { documentXml, field, instruction, p, r, relationshipsXml, stylesXml } from "./wordprocessing";

describe("readDocx: links, fields and pictures", () => {
  const relationships = relationshipsXml(
    { id: "rId1", type: "hyperlink", target: "https://a.example/", external: true },
    { id: "rId2", type: "hyperlink", target: "javascript:alert(1)", external: true },
    { id: "rId3", type: "image", target: "file:///etc/passwd", external: true },
  );

  it("follows hyperlinks through the relationships, drops the look of links and keeps the text of forbidden ones", () => {
    const body = p(
      `<w:hyperlink r:id="rId1">${r("gut", '<w:u w:val="single"/>')}</w:hyperlink> <w:hyperlink r:id="rId2">${r("böse")}</w:hyperlink><w:hyperlink w:anchor="ziel">${r("hier")}</w:hyperlink>`,
    );
    const { text, warnings } = read(body, { relationships });
    expect(text.paragraphs[0]?.text).toBe("<1>gut</1>böse<2>hier</2>");
    expect(text.codes.map(({ href }) => href)).toEqual(["https://a.example/", "#ziel"]);
    expect(warnings).toEqual([{ code: "link-dropped", params: { count: 1, first: "javascript:alert(1)" } }]);
  });

  it("makes links of hyperlink fields and hides the instructions of all fields", () => {
    const body = p(
      [
        field("begin"),
        instruction(' HYPERLINK "https://b.example/x" \\l "y" '),
        field("separate"),
        r("dort"),
        field("end"),
        r(" Seite "),
        field("begin"),
        instruction("PAGEREF "),
        field("begin"),
        instruction("MERGEFIELD x"),
        field("separate"),
        r("innen"),
        field("end"),
        field("separate"),
        r("7"),
        field("end"),
      ].join(""),
    );
    const { text } = read(body);
    expect(text.paragraphs[0]?.text).toBe("<1>dort</1> Seite 7");
    expect(text.codes[0]?.href).toBe("https://b.example/x#y");
  });

  it("does not lose the text after a field that never ends", () => {
    expect(outline(read(p(field("begin") + instruction("TOC")) + p(r("danach"))).text)).toEqual([
      "paragraph 0 danach",
    ]);
  });

  it("keeps the description of a picture and never its file address", () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Eine Karte"/><a:graphic><a:blip r:link="rId3"/></a:graphic></wp:inline></w:drawing></w:r>';
    const { text, warnings } = read(p(r("a ") + picture), { relationships });
    expect(text.paragraphs[0]?.text).toBe("a <1/>");
    expect(text.codes).toEqual([{ id: 1, kind: "image", alt: "Eine Karte" }]);
    expect(warnings[0]?.code).toBe("image-dropped");
  });
});

describe("readDocx: safety", () => {
  const refused = (document: string) => {
    const reading = readDocx({ ...EMPTY, document }, LIMITS);
    return reading.ok ? null : reading.error.code;
  };

  it("refuses any document type declaration, with or without entities", () => {
    expect(
      refused(
        `<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>${documentXml(p(r("&e;"))).replace(/<\?xml.*?\?>/, "")}`,
      ),
    ).toBe("doctype");
    expect(refused("<!DOCTYPE x><x/>")).toBe("doctype");
  });

  it("refuses what is not well-formed, deep nesting and masses of attributes", () => {
    expect(refused(documentXml("<w:p>"))).toBe("damaged");
    expect(refused(documentXml(p(r("&#xD800;"))))).toBe("damaged");
    expect(refused(documentXml(p(r("a&#0;b"))))).toBe("damaged");
    expect(refused(documentXml("<w:sdt>".repeat(300) + "</w:sdt>".repeat(300)))).toBe("too-complex");
    const attributes = Array.from({ length: 1001 }, (_, index) => `a${index}="1"`).join(" ");
    expect(refused(documentXml(`<w:p ${attributes}/>`))).toBe("too-complex");
  });

  it("reads the same from any prefix and from the strict namespaces", () => {
    const strict = documentXml(p(r("a", "<w:b/>")))
      .replaceAll(/\bw:/g, "ns0:")
      .replace("xmlns:w=", "xmlns:ns0=")
      .replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      );
    expect(outline(read("", { document: strict }).text)).toEqual(["paragraph 0 <1>a</1>"]);
  });

  it("keeps every letter and its formats whatever the runs", () => {
    const relationships = relationshipsXml(
      { id: "a", type: "hyperlink", target: "https://a.example/", external: true },
      { id: "b", type: "hyperlink", target: "https://b.example/", external: true },
    );
    const styles = stylesXml(style("Code", "HTML Code", "", "character"));
    fc.assert(
      fc.property(markup, (nodes) => {
        const { text } = read(p(r("x") + nodes.map((node) => writeRuns(node, [])).join("")), {
          relationships,
          styles,
        });
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

const PROPERTIES = { bold: "<w:b/>", italic: "<w:i/>", code: '<w:rStyle w:val="Code"/>' } as const;

function writeRuns(node: Markup, properties: readonly string[]): string {
  if ("text" in node) return r(escapeXml(node.text), [...new Set(properties)].join(""));
  if (node.kind === "link") {
    const id = node.href === "https://a.example/" ? "a" : "b";
    return `<w:hyperlink r:id="${id}">${node.children.map((child) => writeRuns(child, properties)).join("")}</w:hyperlink>`;
  }
  const inside = [...properties, PROPERTIES[node.kind]];
  return node.children.map((child) => writeRuns(child, inside)).join("");
}
