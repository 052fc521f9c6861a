import { describe, expect, it } from "vitest";
import { IMPORT_LIMITS } from "@/lib/files/limits";
import { readDocument } from "@/lib/files/read-document";
import { outline } from "../core/interchange/formatted-characters";
import { notesXml, p, r, relationshipsXml, stylesXml } from "../core/interchange/wordprocessing";
import { docx, zip } from "./docx-file";

const bytes = (content: string | readonly number[]) =>
  typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);

async function faultOf(name: string, content: Uint8Array) {
  const read = await readDocument({ name, bytes: content });
  return read.ok ? null : read.error;
}

async function read(name: string, content: Uint8Array) {
  const found = await readDocument({ name, bytes: content });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

describe("readDocument: what a file is", () => {
  it.each([
    ["a.txt", "# a", "text"],
    ["ohne-endung", "a", "text"],
    ["a.md", "# a", "markdown"],
    ["a.HTML", "<p>a", "html"],
    ["a.txt", "\n<!-- x --><!doctype html><p>a", "html"],
    [
      "a.xhtml",
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html>',
      "html",
    ],
  ])("takes %s with %j for %s", async (name, content, format) => {
    expect((await read(name, bytes(content))).format).toBe(format);
  });

  it.each([
    ["a.docx", "%PDF-1.7", "pdf"],
    ["a.txt", "{\\rtf1 x}", "rtf"],
    ["a.txt", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "png"],
    ["a.json", '{"a": 1}', "json"],
    ["a.txt", '<?xml version="1.0"?><tmx/>', "xml"],
    ["a.svg", "<svg/>", "svg"],
  ])("refuses %s with %j as %s", async (name, content, detected) => {
    expect(await faultOf(name, bytes(content))).toEqual({ code: "unsupported-type", params: { detected } });
  });

  it("tells zips that are no DOCX by what is in them", async () => {
    const office = (target: string) => ({
      "_rels/.rels": relationshipsXml({ id: "r", type: "officeDocument", target }),
    });
    const kinds = [
      zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
      zip(office("xl/workbook.xml")),
      zip(office("ppt/presentation.xml")),
      zip({ mimetype: "application/epub+zip" }),
      zip({ "a.txt": "a" }),
    ];
    const found = await Promise.all(kinds.map((content) => faultOf("a.docx", content)));
    expect(found.map((fault) => fault?.params.detected)).toEqual(["odt", "xlsx", "pptx", "epub", "zip"]);
  });

  it("tells an encrypted document from an old binary one", async () => {
    const ole = (stream: string) => {
      const head = Buffer.from("d0cf11e0a1b11ae1", "hex");
      return new Uint8Array(Buffer.concat([head, Buffer.alloc(600), Buffer.from(stream, "utf16le")]));
    };
    expect(await faultOf("a.docx", ole("EncryptedPackage"))).toMatchObject({ code: "encrypted" });
    expect(await faultOf("a.doc", ole("WordDocument"))).toEqual({
      code: "unsupported-type",
      params: { detected: "doc" },
    });
  });

  it("calls a text with the name of a DOCX damaged", async () => {
    expect(await faultOf("a.docx", bytes("Hallo"))).toMatchObject({ code: "damaged" });
  });
});

describe("readDocument: DOCX packages", () => {
  it("finds styles, notes and headers through the relationships, wherever the main part is", async () => {
    const relationships = relationshipsXml(
      { id: "s", type: "styles", target: "/andere/stile.xml" },
      { id: "f", type: "footnotes", target: "noten.xml" },
      { id: "h", type: "header", target: "kopf.xml" },
    );
    const noteBody = `<w:footnote w:id="1">${p(`<w:hyperlink r:id="l">${r("Anmerkung")}</w:hyperlink>`)}</w:footnote>`;
    const content = docx("", {
      "_rels/.rels": relationshipsXml({ id: "m", type: "officeDocument", target: "/teil/haupt.xml" }),
      "teil/haupt.xml": new TextDecoder().decode(
        bytes(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(r("Titel"), '<w:pStyle w:val="u"/>')}${p('<w:r><w:t>Text</w:t><w:footnoteReference w:id="1"/></w:r>')}</w:body></w:document>`,
        ),
      ),
      "teil/_rels/haupt.xml.rels": relationships,
      "andere/stile.xml": stylesXml('<w:style w:styleId="u"><w:name w:val="heading 1"/></w:style>'),
      "teil/noten.xml": notesXml("footnote", noteBody),
      "teil/_rels/noten.xml.rels": relationshipsXml({
        id: "l",
        type: "hyperlink",
        target: "https://a.example/",
        external: true,
      }),
      "teil/kopf.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(r("Kopfzeile"))}</w:hdr>`,
    });
    const { text, title, format, warnings } = await read("a.docx", content);
    expect(outline(text)).toEqual(["heading 1 Titel", "paragraph 0 Text", "paragraph 0 <1>Anmerkung</1>"]);
    expect([title, format]).toEqual(["Titel", "docx"]);
    expect(warnings.map(({ code }) => code)).toEqual(["notes-appended", "headers-skipped"]);
  });

  it("reads a part in UTF-16 and refuses one in a wrong encoding", async () => {
    const xml =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Größe</w:t></w:r></w:p></w:body></w:document>';
    const wide = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
    expect(outline((await read("a.docx", docx("", { "word/document.xml": wide }))).text)).toEqual([
      "paragraph 0 Größe",
    ]);
    const narrow = new Uint8Array(Buffer.from(xml, "latin1"));
    expect(await faultOf("a.docx", docx("", { "word/document.xml": narrow }))).toMatchObject({
      code: "bad-encoding",
    });
  });

  it("notices a changed byte in a member", async () => {
    const content = docx(p(r("Wort".repeat(50))));
    const at =
      Buffer.from(content.buffer, content.byteOffset, content.byteLength).indexOf("word/document.xml") + 60;
    content[at] = (content[at] ?? 0) ^ 0xff;
    expect(await faultOf("a.docx", content)).toMatchObject({ code: "damaged" });
  });
});

describe("readDocument: limits", () => {
  it("refuses nothing at all, white space, and too large files", async () => {
    expect(await faultOf("a.txt", bytes(""))).toMatchObject({ code: "empty" });
    expect(await faultOf("a.txt", bytes(" \n\u00a0"))).toMatchObject({ code: "empty" });
    expect(await faultOf("a.docx", docx(p("")))).toMatchObject({ code: "empty" });
    const large = new Uint8Array(IMPORT_LIMITS.fileBytes + 1).fill(0x61);
    expect(await faultOf("a.txt", large)).toEqual({
      code: "too-large",
      params: { limit: 20_000_000, found: 20_000_001 },
    });
    expect(await faultOf("a.md", large.subarray(0, 5_000_001))).toMatchObject({ code: "too-large" });
  });

  it("refuses a paragraph of one megabyte and says which", async () => {
    const content = bytes(`kurz\n\n${"Wort ".repeat(200_000)}`);
    expect(await faultOf("a.txt", content)).toEqual({
      code: "paragraph-too-long",
      params: { limit: 200_000, found: 999_999, paragraph: 2 },
    });
  });

  it("refuses more paragraphs than the limit and takes as many", async () => {
    expect((await read("a.txt", bytes("a\n".repeat(20_000)))).text.paragraphs).toHaveLength(20_000);
    expect(await faultOf("a.txt", bytes("a\n".repeat(20_001)))).toMatchObject({
      code: "too-many-paragraphs",
    });
  });

  it("says where a NUL is, and tells text with one from binary files", async () => {
    expect(await faultOf("a.txt", bytes("Hallo\0Welt"))).toEqual({ code: "nul", params: { position: 5 } });
    expect(
      await faultOf("a.txt", bytes(Array.from({ length: 400 }, (_, at) => (at * 7) % 256))),
    ).toMatchObject({ code: "binary" });
  });

  it("counts replacement characters, those of impossible references included", async () => {
    const { text, warnings } = await read("a.html", bytes("<p>a\ufffdb&#xD800;"));
    expect(outline(text)).toEqual(["paragraph 0 a\ufffdb\ufffd"]);
    expect(warnings).toEqual([{ code: "replacement-characters", params: { count: 2 } }]);
  });
});
