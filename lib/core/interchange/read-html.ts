/** HTML: block structure becomes paragraphs, phrasing elements become inline codes. */
import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";
import { err, ok, type Result } from "../shared/result";
import { assembleDocument, firstHeading, plainTitle } from "./assemble-document";
import { htmlParagraphs } from "./html-paragraphs";
import type { RawParagraph } from "./inline-piece";
import { createWarningLog, type ReaderFault, type Reading, type WarningLog } from "./reading";

/**
 * Reads a decoded HTML document. Navigation and other boilerplate stays; script, style, template,
 * noscript, form fields, media and hidden elements do not. A parser's error recovery is a
 * browser's, so there is no malformed HTML.
 *
 * @param maxDepth Elements nested deeper than this are refused with "too-complex".
 */
export function readHtml(html: string, maxDepth: number): Result<Reading, ReaderFault> {
  const document = parse(html);
  const warnings = createWarningLog();
  const raw = htmlParagraphs(document, warnings, maxDepth);
  if (raw === null) return err({ code: "too-complex", params: { limit: maxDepth, what: "depth" } });
  const title = firstHeading(raw) ?? documentTitle(document);
  return ok({ text: assembleDocument(raw), title, warnings: warnings.list() });
}

/** Paragraphs of a piece of HTML inside another format; null if it is nested deeper than `maxDepth`. */
export function readHtmlFragment(
  html: string,
  warnings: WarningLog,
  maxDepth: number,
): RawParagraph[] | null {
  return htmlParagraphs(parseFragment(html), warnings, maxDepth);
}

function documentTitle(document: DefaultTreeAdapterMap["document"]): string | null {
  const root = document.childNodes.find((node) => node.nodeName === "html");
  const head = childNamed(root, "head");
  const text = childNamed(childNamed(head, "title"), "#text");
  return text && "value" in text ? plainTitle(text.value) : null;
}

function childNamed(
  node: DefaultTreeAdapterMap["node"] | undefined,
  name: string,
): DefaultTreeAdapterMap["childNode"] | undefined {
  return node && "childNodes" in node ? node.childNodes.find((child) => child.nodeName === name) : undefined;
}
