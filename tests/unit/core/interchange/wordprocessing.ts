/** Small WordprocessingML parts, for tests only. */
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${R} ${MC} ${WP} ${A}><w:body>${body}</w:body></w:document>`;

export const notesXml = (kind: "footnote" | "endnote", notes: string): string =>
  `<w:${kind}s ${W} ${R}><w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:${kind}>${notes}</w:${kind}s>`;

export const stylesXml = (styles: string): string => `<w:styles ${W}>${styles}</w:styles>`;

export const numberingXml = (lists: string): string => `<w:numbering ${W}>${lists}</w:numbering>`;

export const relationshipsXml = (
  ...relationships: readonly { id: string; type: string; target: string; external?: boolean }[]
): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

/** A paragraph with properties and content. */
export const p = (content: string, properties = ""): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** A run with properties and text, which must be escaped. */
export const r = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A point of a complex field. */
export const field = (type: "begin" | "separate" | "end"): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

export const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
