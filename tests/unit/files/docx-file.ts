/** DOCX files and other zips, for tests only. */
import { strToU8, zipSync } from "fflate";
import { documentXml, relationshipsXml } from "../core/interchange/wordprocessing";

export const zip = (members: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
  );

/** A package with a body and further members. */
export const docx = (body: string, members: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationshipsXml({ id: "rId1", type: "officeDocument", target: "word/document.xml" }),
    "word/document.xml": documentXml(body),
    ...members,
  });
