import { describe, expect, it } from "vitest";
import { listNumbers, outline } from "./formatted-characters";
import { read, style } from "./read-body";
import { notesXml, numberingXml, p, r, stylesXml } from "./wordprocessing";

describe("readDocx: paragraphs", () => {
  const styles = stylesXml(
    [
      style("berschrift1", "heading 1"),
      style("Kop2", "Überschrift 2"),
      style("Eigen", "Kapitel", '<w:basedOn w:val="berschrift1"/>'),
      style("Glied", "Abschnitt", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style("Kreis", "Kreis", '<w:basedOn w:val="Kreis"/>'),
      style("Zitat", "Quote"),
      style("Punkt", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
      style("Titel", "Title"),
    ].join(""),
  );
  const styled = (id: string, more = "") => p(r(id), `<w:pStyle w:val="${id}"/>${more}`);

  it("finds headings by built-in and localized names, by what a style is based on, and by outline level", () => {
    const body = ["Titel", "berschrift1", "Kop2", "Eigen", "Glied", "Kreis"].map((id) => styled(id)).join("");
    const { text, title } = read(body + p(r("direkt"), '<w:outlineLvl w:val="3"/>'), { styles });
    expect(outline(text)).toEqual([
      "heading 1 Titel",
      "heading 1 berschrift1",
      "heading 2 Kop2",
      "heading 1 Eigen",
      "heading 3 Glied",
      "paragraph 0 Kreis",
      "heading 4 direkt",
    ]);
    expect(title).toBe("Titel");
  });

  it("finds list items by their own numbering and by that of the style, unless it is switched off", () => {
    const numbering = (level: number, id: number) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
    const body =
      p(r("a"), numbering(1, 4)) + styled("Punkt") + styled("Punkt", numbering(0, 0)) + styled("Zitat");
    expect(outline(read(body, { styles }).text)).toEqual([
      "list-item 2 a",
      "list-item 1 Punkt",
      "paragraph 0 Punkt",
      "quote 0 Zitat",
    ]);
  });

  it("counts numbered lists as Word does: on through the text, anew where a list says so, not for bullets", () => {
    const level = (at: number, format: string, start = 1) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
    const list = (id: number, abstract: number, more = "") =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
    const numbering = numberingXml(
      [
        `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", 5)}${level(1, "lowerLetter")}</w:abstractNum>`,
        `<w:abstractNum w:abstractNumId="1">${level(0, "bullet")}</w:abstractNum>`,
        list(3, 1),
        list(4, 0),
        list(5, 0),
        list(6, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride>'),
      ].join(""),
    );
    const item = (id: number, at = 0) =>
      p(r("a"), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const numbers = (body: string, parts: Parameters<typeof read>[1] = { styles, numbering }) =>
      listNumbers(read(body, parts).text);
    expect(numbers([item(4), item(4, 1), item(4, 1), item(4), item(4, 1)].join(""))).toEqual([5, 1, 2, 6, 1]);
    expect(numbers(item(4) + p(r("between")) + item(5) + item(6) + item(6) + item(5))).toEqual([
      5, 6, 2, 3, 4,
    ]);
    expect(numbers(styled("Punkt") + item(3) + item(9) + item(4, 7))).toEqual([null, null, null, null]);
    const ofStyle = stylesXml(
      style("Zahl", "List Number", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
    );
    expect(numbers(styled("Zahl") + styled("Zahl"), { styles: ofStyle, numbering })).toEqual([5, 6]);
    expect(numbers(item(4), { styles })).toEqual([null]);
  });

  it("keeps how the numbers of a list are written, also where a list has a level of its own", () => {
    const level = (at: number, format: string, more = "") =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}</w:lvl>`;
    const formats = ["upperRoman", "lowerLetter", "lowerRoman", "upperLetter", "cardinalText", "bullet"];
    const numbering = numberingXml(
      `<w:abstractNum w:abstractNumId="0">${formats.map((format, at) => level(at, format)).join("")}${level(6, "lowerRoman", "<w:isLgl/>")}</w:abstractNum>` +
        `<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>` +
        `<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, "lowerLetter")}</w:lvlOverride></w:num>`,
    );
    const item = (id: number, at: number) =>
      p(r("a"), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const { text } = read([0, 1, 2, 3, 4, 5, 6].map((at) => item(4, at)).join("") + item(5, 0) + item(4, 0), {
      styles,
      numbering,
    });
    expect(text.paragraphs.map(({ ordinal, numberStyle }) => `${ordinal} ${numberStyle}`)).toEqual([
      "1 upper-roman",
      "1 lower-alpha",
      "1 lower-roman",
      "1 upper-alpha",
      "1 undefined",
      "undefined undefined",
      "1 undefined",
      "2 lower-alpha",
      "3 upper-roman",
    ]);
  });

  it("reads cells of tables, content controls and text boxes as paragraphs", () => {
    const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`;
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(r("Kasten"))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r("Kasten"))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = `<w:tbl><w:tr>${cell("x")}${cell("y")}</w:tr></w:tbl><w:sdt><w:sdtContent>${p(r("Feld"))}</w:sdtContent></w:sdt>${p(`${r("vor ", "<w:b/>")}<w:r><w:rPr><w:b/></w:rPr>${box}<w:t>nach</w:t></w:r>`)}`;
    expect(outline(read(body).text)).toEqual([
      "paragraph 0 x",
      "paragraph 0 y",
      "paragraph 0 Feld",
      "paragraph 0 <1>vor nach</1>",
      "paragraph 0 Kasten",
    ]);
  });

  it("appends footnotes and endnotes in the order of their references and says so", () => {
    const note = (kind: "footnote" | "endnote", id: number, text: string) =>
      `<w:${kind} w:id="${id}">${p(r(text))}</w:${kind}>`;
    const body =
      p(`${r("a")}<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`) +
      p(`${r("b")}<w:r><w:footnoteReference w:id="1"/></w:r>`);
    const { text, warnings } = read(body, {
      footnotes: {
        xml: notesXml(
          "footnote",
          note("footnote", 1, "eins") + note("footnote", 2, "zwei") + note("footnote", 3, "verwaist"),
        ),
        relationships: null,
      },
      endnotes: { xml: notesXml("endnote", note("endnote", 1, "Ende")), relationships: null },
    });
    expect(outline(text).map((line) => line.slice(12))).toEqual(["a", "b", "zwei", "eins", "Ende"]);
    expect(warnings).toEqual([{ code: "notes-appended", params: { count: 3, first: "footnote 2" } }]);
  });
});

describe("readDocx: runs", () => {
  it("makes inline codes of direct formats and character styles, and none of what a style clears", () => {
    const styles = stylesXml(
      style("Stark", "Strong", "<w:rPr><w:b/></w:rPr>", "character") +
        style("Code", "HTML Code", "", "character"),
    );
    const body = p(
      [
        r("a", "<w:b/>"),
        r(" b ", '<w:b w:val="0"/>'),
        r("c", '<w:rStyle w:val="Stark"/>'),
        r("d", '<w:rStyle w:val="Stark"/><w:b w:val="false"/>'),
        r("e", '<w:rStyle w:val="Code"/>'),
        r("f", '<w:u w:val="none"/><w:vertAlign w:val="superscript"/>'),
        r("g", '<w:u w:val="single"/><w:strike/>'),
      ].join(""),
    );
    const { text } = read(body, { styles });
    expect(text.paragraphs[0]?.text).toBe("<1>a</1> b <2>c</2>d<3>e</3><4>f</4><5><6>g</6></5>");
    expect(text.codes.map(({ kind }) => kind)).toEqual([
      "bold",
      "bold",
      "code",
      "superscript",
      "underline",
      "strike",
    ]);
  });

  it("joins the runs into which Word cuts a word", () => {
    expect(
      outline(
        read(p(r("Ver", "<w:i/>") + r("fas", '<w:i/><w:lang w:val="de"/>') + r("sung", "<w:i/>"))).text,
      ),
    ).toEqual(["paragraph 0 <1>Verfassung</1>"]);
  });

  it("reads tabs, line breaks, hyphens and symbols", () => {
    const { text, warnings } = read(
      p(
        `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`,
        '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>',
      ),
    );
    expect(outline(text)).toEqual(["paragraph 0 a\tb<1/>c\u2011\u00add"]);
    expect(warnings).toEqual([{ code: "symbol-dropped", params: { count: 1, first: "Wingdings F04A" } }]);
  });

  it("leaves hidden text out and says so", () => {
    const { text, warnings } = read(p(r("a") + r("geheim", "<w:vanish/>")));
    expect(outline(text)).toEqual(["paragraph 0 a"]);
    expect(warnings[0]).toEqual({ code: "hidden-text-skipped", params: { count: 1, first: "geheim" } });
  });

  it("takes the final text of tracked changes", () => {
    const body =
      p(
        `${r("a")}<w:ins w:id="1">${r("b")}</w:ins><w:del w:id="2"><w:r><w:delText>weg</w:delText></w:r></w:del><w:moveFrom w:id="3">${r("weg")}</w:moveFrom><w:moveTo w:id="4">${r("c", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")}</w:moveTo>`,
      ) +
      p(r("vorn "), '<w:pStyle w:val="x"/><w:rPr><w:del w:id="5"/></w:rPr>') +
      p(r("hinten"));
    expect(outline(read(body).text)).toEqual(["paragraph 0 abc", "paragraph 0 vorn hinten"]);
  });

  it("keeps text whose deleted paragraph mark has no paragraph after it", () => {
    expect(outline(read(p(r("a")) + p(r("Ende"), '<w:rPr><w:del w:id="5"/></w:rPr>')).text)).toEqual([
      "paragraph 0 a",
      "paragraph 0 Ende",
    ]);
  });
});
