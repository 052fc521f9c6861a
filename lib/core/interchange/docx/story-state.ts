/** The state of a walk over a WordprocessingML story, and the steps that change it. */
import type { InlinePiece, RawParagraph } from "../inline-piece";
import type { WarningLog } from "../reading";
import type { OpenField } from "./field";
import type { ListCounter, Numbering } from "./numbering";
import { closeParagraph, type OpenParagraph, openParagraph } from "./open-paragraph";
import type { Relationships } from "./relationships";
import { wrapsOf } from "./run-format";
import type { StyleSheet } from "./styles";

export interface StoryContext {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly relationships: Relationships;
  readonly warnings: WarningLog;
}

/** Mutable state of one walk over a story. */
export interface Story extends StoryContext {
  readonly counter: ListCounter;
  /** Where finished paragraphs go: the body, or the note that is open. */
  sink: RawParagraph[];
  readonly notes: Map<string, RawParagraph[]>;
  /** "footnote 3", "endnote 1": in the order of the references. */
  readonly noteReferences: string[];
  /** Open paragraphs, the innermost (a text box inside a paragraph) last. */
  readonly open: OpenParagraph[];
  readonly fields: OpenField[];
  /** Of each open mc:AlternateContent: was an alternative taken? */
  readonly alternatives: boolean[];
  /** Text of a paragraph whose mark is deleted, waiting for the next paragraph. */
  carried: InlinePiece[];
  inParagraphProperties: boolean;
  /** What characters are at the moment. */
  characters: "text" | "instruction" | null;
  /** Open elements of a part of the tree that does not count; 0 outside of any. */
  skipped: number;
}

/** Adds text to the innermost paragraph, unless it is hidden or the instruction of a field. */
export function addText(story: Story, text: string): void {
  addPiece(story, { type: "text", text, wraps: [] });
}

/** Adds a piece with the formats that hold at the moment. */
export function addPiece(story: Story, piece: InlinePiece): void {
  const paragraph = story.open.at(-1);
  if (!paragraph || story.fields.some((field) => !field.inResult)) return;
  if (paragraph.format.hidden) {
    if (piece.type === "text" && piece.text.trim() !== "")
      story.warnings.add("hidden-text-skipped", piece.text);
    return;
  }
  const link =
    paragraph.links.findLast(Boolean) ?? story.fields.findLast((field) => field.link)?.link ?? null;
  const formats = wrapsOf(paragraph.format, link !== null);
  paragraph.pieces.push({ ...piece, wraps: link ? [link, ...formats] : formats });
}

/** Begins a paragraph. */
export function beginParagraph(story: Story): void {
  story.open.push(openParagraph());
}

/** Ends the innermost paragraph; those of its text boxes follow it. */
export function endParagraph(story: Story): void {
  const paragraph = story.open.pop();
  if (!paragraph) return;
  const host = story.open.at(-1);
  if (host) {
    host.after.push(closeParagraph(paragraph, [], story.counter), ...paragraph.after);
    return;
  }
  dropUnseparatedFields(story);
  if (paragraph.isMarkDeleted) story.carried.push(...paragraph.pieces);
  else {
    story.sink.push(closeParagraph(paragraph, story.carried, story.counter));
    story.carried = [];
  }
  story.sink.push(...paragraph.after);
}

/** A field without separator has no result; without this its paragraph's end would swallow the rest of the text. */
function dropUnseparatedFields(story: Story): void {
  while (story.fields.some((field) => !field.inResult)) story.fields.pop();
}

/** Text of a deleted paragraph mark at the end of a story or cell has no next paragraph. */
export function flushCarried(story: Story): void {
  if (story.carried.length > 0) story.sink.push({ kind: "paragraph", level: 0, pieces: story.carried });
  story.carried = [];
}
