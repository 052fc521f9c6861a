/**
 * A story of a WordprocessingML document (body, notes) as paragraphs.
 *
 * Source: ECMA-376 part 1, chapter 17. The final text is taken: insertions are in, deletions and
 * the origins of moves are out, and a paragraph whose mark was deleted runs on into the next.
 */
import { ok, type Result } from "../../shared/result";
import type { RawParagraph } from "../inline-piece";
import type { ReaderFault } from "../reading";
import { STORY_CLOSERS, STORY_OPENERS } from "./story-elements";
import { addText, flushCarried, type Story, type StoryContext } from "./story-state";
import { readXml, type XmlLimits } from "./xml-events";

export interface ReadStory {
  readonly paragraphs: readonly RawParagraph[];
  /** By "footnote 3", "endnote 1". */
  readonly notes: ReadonlyMap<string, readonly RawParagraph[]>;
  /** Keys of `notes` in the order of the references. */
  readonly noteReferences: readonly string[];
}

/** Reads the main part or a part of notes. */
export function readStory(
  xml: string,
  context: StoryContext,
  limits: XmlLimits,
): Result<ReadStory, ReaderFault> {
  const body: RawParagraph[] = [];
  const story = startStory(context, body);
  const read = readXml(xml, limits, {
    open(name, attributes) {
      if (story.skipped > 0) story.skipped += 1;
      else if (STORY_OPENERS.get(name)?.(story, attributes) === "skip") story.skipped = 1;
    },
    close(name) {
      if (story.skipped > 0) story.skipped -= 1;
      else STORY_CLOSERS.get(name)?.(story);
    },
    text: (text) => addCharacters(story, text),
  });
  flushCarried(story);
  return read.ok ? ok({ paragraphs: body, notes: story.notes, noteReferences: story.noteReferences }) : read;
}

const startStory = (context: StoryContext, sink: RawParagraph[]): Story => ({
  ...context,
  counter: context.numbering.startCounter(),
  sink,
  notes: new Map(),
  noteReferences: [],
  open: [],
  fields: [],
  alternatives: [],
  carried: [],
  inParagraphProperties: false,
  characters: null,
  skipped: 0,
});

function addCharacters(story: Story, text: string): void {
  if (story.skipped > 0) return;
  if (story.characters === "text") addText(story, text.replace(/[\t\n\r]+/g, " "));
  const field = story.fields.at(-1);
  if (story.characters === "instruction" && field && !field.inResult) field.instruction += text;
}
