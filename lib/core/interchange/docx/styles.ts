/** The style sheet of a WordprocessingML document, as far as it tells headings, lists and inline formats. */
import type { ParagraphKind } from "../../document/paragraph";
import { ok, type Result } from "../../shared/result";
import type { ReaderFault } from "../reading";
import { type RunFormat, readRunProperty } from "./run-format";
import { type Attributes, readXml, type XmlLimits } from "./xml-events";

/** What a paragraph style says; absent means that it says nothing. */
export interface ParagraphStyle {
  readonly kind: ParagraphKind;
  readonly level: number;
  /** Id of the list that paragraphs of this style stand in. */
  readonly listId?: string;
}

export interface StyleSheet {
  /** Undefined for an unknown style and for one that makes an ordinary paragraph. */
  paragraph(styleId: string): ParagraphStyle | undefined;
  /** Formats that a character style sets or clears, with those of the styles it is based on. */
  run(styleId: string): RunFormat;
}

interface Style {
  name: string;
  basedOn: string | undefined;
  /** 0-based outline level; 9 is body text. */
  outline: number | undefined;
  /** 0-based list level, if the style is numbered. */
  list: number | undefined;
  listId: string | undefined;
  run: RunFormat;
}

/** Names that writers other than Word give the built-in styles, in lower case. */
const HEADING_NAME =
  /^(?:heading|überschrift|titre|título|titulo|titolo|kop|nagłówek|заголовок|rubrik|overskrift|otsikko|nadpis|naslov|başlık|címsor|επικεφαλίδα|标题|見出し)\s*([1-9])$/u;
const TITLE_NAME = /^(?:title|titel|titre|título|titolo|tytuł|название|заголовок)$/u;
const QUOTE_NAME =
  /^(?:quote|intense quote|block text|quotations|zitat|intensives zitat|citation|cita|citazione)$/;
const PREFORMATTED_NAME = /^(?:html preformatted|preformatted text|source code|html vorformatiert)$/;
const CODE_NAME =
  /^(?:html code|html typewriter|html keyboard|html sample|verbatim char|source text|inline code)$/;

/** No chain of `basedOn` is followed further, so that a circle ends. */
const LONGEST_CHAIN = 20;

const NO_STYLES: StyleSheet = { paragraph: () => undefined, run: () => ({}) };

/** Reads `styles.xml`; null stands for a document without one. */
export function readStyles(xml: string | null, limits: XmlLimits): Result<StyleSheet, ReaderFault> {
  if (xml === null) return ok(NO_STYLES);
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  let skipped = 0;
  const read = readXml(xml, limits, {
    open(name, attributes) {
      if (name === "w:rPrChange" || name === "w:pPrChange") skipped += 1;
      if (skipped > 0) return;
      if (name === "w:style") current = openStyle(attributes, styles);
      else if (current) readStyleProperty(current, name, attributes);
    },
    close(name) {
      if (name === "w:rPrChange" || name === "w:pPrChange") skipped -= 1;
      if (name === "w:style") current = null;
    },
  });
  return read.ok ? ok(lookUpIn(styles)) : read;
}

function openStyle(attributes: Attributes, styles: Map<string, Style>): Style {
  const style: Style = {
    name: "",
    basedOn: undefined,
    outline: undefined,
    list: undefined,
    listId: undefined,
    run: {},
  };
  const id = attributes.get("w:styleId");
  if (id !== undefined && !styles.has(id)) styles.set(id, style);
  return style;
}

function readStyleProperty(style: Style, name: string, attributes: Attributes): void {
  const value = attributes.get("w:val");
  if (name === "w:name") style.name = (value ?? "").toLowerCase();
  else if (name === "w:basedOn") style.basedOn = value;
  else if (name === "w:outlineLvl") style.outline = Number(value);
  else if (name === "w:ilvl") style.list = Number(value);
  else if (name === "w:numId") {
    style.listId = value;
    style.list = value === "0" ? undefined : (style.list ?? 0);
  } else style.run = readRunProperty(style.run, name, attributes);
}

function lookUpIn(styles: ReadonlyMap<string, Style>): StyleSheet {
  const chain = (id: string): Style[] => {
    const found: Style[] = [];
    for (let style = styles.get(id); style && found.length < LONGEST_CHAIN; ) {
      found.push(style);
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
    }
    return found;
  };
  const paragraphs = new Map<string, ParagraphStyle | undefined>();
  const runs = new Map<string, RunFormat>();
  return {
    paragraph(id) {
      if (!paragraphs.has(id)) paragraphs.set(id, paragraphStyle(id, chain(id)));
      return paragraphs.get(id);
    },
    run(id) {
      const format = runs.get(id) ?? runStyle(chain(id));
      runs.set(id, format);
      return format;
    },
  };
}

function paragraphStyle(id: string, chain: readonly Style[]): ParagraphStyle | undefined {
  const names = chain.length > 0 ? chain.map((style) => style.name) : [id.toLowerCase()];
  const outline = chain.find((style) => style.outline !== undefined)?.outline;
  if (outline !== undefined && outline >= 0 && outline < 9) return headingStyle(outline + 1);
  for (const name of names) {
    const heading = HEADING_NAME.exec(name);
    if (heading && outline === undefined) return headingStyle(Number(heading[1]));
    if (TITLE_NAME.test(name)) return headingStyle(1);
    if (QUOTE_NAME.test(name)) return { kind: "quote", level: 0 };
    if (PREFORMATTED_NAME.test(name)) return { kind: "preformatted", level: 0 };
  }
  const list = chain.find((style) => style.list !== undefined)?.list;
  const listId = chain.find((style) => style.listId !== undefined)?.listId;
  return list === undefined ? undefined : { kind: "list-item", level: list + 1, ...(listId && { listId }) };
}

const headingStyle = (level: number): ParagraphStyle => ({ kind: "heading", level: Math.min(6, level) });

function runStyle(chain: readonly Style[]): RunFormat {
  const code: RunFormat = chain.some((style) => CODE_NAME.test(style.name)) ? { code: true } : {};
  return Object.assign({ ...code }, ...chain.map((style) => style.run).reverse());
}
