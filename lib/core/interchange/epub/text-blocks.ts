/** Blocks as XHTML, each with its mark: checked by a person, or not. */
import { TYPES_OF_STYLES } from "../../document/number-style";
import { type BlockList, groupBlocks } from "../../publication/block-groups";
import { type EditionSide, type EditionWords, isUnchecked } from "../../publication/edition";
import type { ReadingBlock } from "../../publication/reading-blocks";
import { xmlText } from "../../publication/xml";
import { plainText } from "../../text/inline";
import { inlineTree, preformattedText } from "../inline-tree";
import { type BookHeading, languageOfPart } from "./book";
import { type XhtmlContext, xhtmlPhrases } from "./xhtml-phrases";

export interface BookNote {
  readonly id: string;
  readonly mark: string;
  readonly text: string;
}

/** Writes blocks, and remembers the headings and notes that it has written. */
export interface TextBlocks {
  /** `withIds`: the blocks bear their own fragments; false where their row bears them. */
  write(blocks: readonly ReadingBlock[], side: EditionSide, withIds: boolean): string;
  headings(): readonly BookHeading[];
  notes(): readonly BookNote[];
}

const CHECKED = "✓";
const UNCHECKED = "○";

/** `ids`: all fragments of the document. */
export function createTextBlocks(words: EditionWords, ids: ReadonlySet<string>): TextBlocks {
  const headings: BookHeading[] = [];
  const notes = new Map<string, BookNote>();
  const context: XhtmlContext = { ids, imageWord: words.image };
  return {
    write: (blocks, side, withIds) => new Writing(words, side, withIds, context, headings, notes).all(blocks),
    headings: () => headings,
    notes: () => [...notes.values()],
  };
}

class Writing {
  constructor(
    private readonly words: EditionWords,
    private readonly side: EditionSide,
    private readonly withIds: boolean,
    private readonly context: XhtmlContext,
    private readonly headings: BookHeading[],
    private readonly notes: Map<string, BookNote>,
  ) {}

  all(blocks: readonly ReadingBlock[]): string {
    return groupBlocks(blocks)
      .map((group) => {
        if (group.kind === "list") return this.list(group.list);
        if (group.kind === "single") return this.block(group.block);
        return `<blockquote>${group.blocks.map((block) => this.block(block)).join("")}</blockquote>`;
      })
      .join("\n");
  }

  private list(list: BlockList): string {
    const inside = list.items
      .map(
        ({ block, lists }) => `<li>${this.block(block)}${lists.map((each) => this.list(each)).join("")}</li>`,
      )
      .join("");
    if (list.start === null) return `<ul>${inside}</ul>`;
    const type = list.numberStyle ? ` type="${TYPES_OF_STYLES[list.numberStyle]}"` : "";
    return `<ol start="${list.start}"${type}${list.isReversed ? ' reversed="reversed"' : ""}>${inside}</ol>`;
  }

  private block(block: ReadingBlock): string {
    const [id, ...further] = this.withIds ? block.ids : [];
    const open = isUnchecked(this.side, block) ? " open" : "";
    const places = further.map((each) => `<span id="${xmlText(each)}"></span>`).join("");
    return `<div class="block${open}"${id ? ` id="${xmlText(id)}"` : ""}>${places}${this.content(block)}</div>`;
  }

  private content(block: ReadingBlock): string {
    const { codes } = this.side;
    const mark = block.closesSegment ? this.mark(block) : "";
    switch (block.kind) {
      case "missing":
        return `<p class="missing" ${languageOfPart(this.words.locale)}>${xmlText(this.words.missingOf(block.segment))}</p>`;
      case "preformatted":
        return `<pre>${xmlText(preformattedText(block.text, codes))}</pre>${mark && `<p>${mark}</p>`}`;
      case "heading":
        return this.heading(block, mark);
      case "list-item":
      case "paragraph":
      case "quote":
        return `<p>${xhtmlPhrases(inlineTree(block.text, block.kind, codes), this.context)}${mark}</p>`;
    }
  }

  private heading(block: ReadingBlock, mark: string): string {
    const nodes = inlineTree(block.text, "heading", this.side.codes);
    const level = Math.min(6, Math.max(2, block.level));
    const text = plainText(nodes).trim();
    const id = `h-${this.headings.length + 1}`;
    if (text !== "") this.headings.push({ id, level, text, locale: this.side.locale });
    const own = text === "" ? "" : ` id="${id}"`;
    return `<h${level}${own}>${xhtmlPhrases(nodes, this.context)}${mark}</h${level}>`;
  }

  /** Of the original there is nothing to be said. */
  private mark({ segment }: ReadingBlock): string {
    if (this.side.isSource) return "";
    const text = this.words.reviewOf(segment);
    const note = this.notes.get(text) ?? {
      id: `note-${this.notes.size + 1}`,
      mark: segment.review ? CHECKED : UNCHECKED,
      text,
    };
    this.notes.set(text, note);
    return ` <a epub:type="noteref" role="doc-noteref" class="mark" href="#${note.id}" aria-label="${xmlText(text)}" ${languageOfPart(this.words.locale)}>${note.mark}</a>`;
  }
}
