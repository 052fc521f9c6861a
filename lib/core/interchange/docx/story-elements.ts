/** What each element of a WordprocessingML story does when it opens and when it closes. */
import { parseLinkTarget } from "../link-target";
import { linkOfInstruction, linkTo } from "./field";
import { act, currentParagraph as current, type Opener } from "./opener";
import { PROPERTY_OPENERS } from "./property-elements";
import { addPiece, addText, beginParagraph, endParagraph, flushCarried, type Story } from "./story-state";

const characters = (kind: Story["characters"]): Opener =>
  act((story) => {
    story.characters = kind;
  });

const text = (value: string): Opener =>
  act((story) => {
    if (!story.inParagraphProperties) addText(story, value);
  });

const lineBreak: Opener = act((story) => addPiece(story, { type: "break", wraps: [] }));

const skip: Opener = () => "skip";

/** Deleted content; inside paragraph properties it means that the paragraph mark is deleted. */
const deletion: Opener = (story) => {
  const paragraph = current(story);
  if (story.inParagraphProperties && paragraph) paragraph.isMarkDeleted = true;
  return "skip";
};

const drawing: Opener = act((story) => {
  const paragraph = current(story);
  if (paragraph) paragraph.drawing = { isPicture: false, href: null, alt: "" };
});

const picture: Opener = act((story, attributes) => {
  const open = current(story)?.drawing;
  if (!open) return;
  open.isPicture = true;
  const relationship = story.relationships.get(attributes.get("r:link") ?? attributes.get("r:href") ?? "");
  if (relationship?.isExternal) open.href = parseLinkTarget(relationship.target);
});

const alternativeText = (name: string): Opener =>
  act((story, attributes) => {
    const open = current(story)?.drawing;
    if (open) open.alt = attributes.get(name) || open.alt;
  });

const noteReference = (kind: string): Opener =>
  act((story, attributes) => {
    story.noteReferences.push(`${kind} ${attributes.get("w:id")}`);
  });

const note =
  (kind: string): Opener =>
  (story, attributes) => {
    if (/separator|notice/i.test(attributes.get("w:type") ?? "")) return "skip";
    story.sink = [];
    story.notes.set(`${kind} ${attributes.get("w:id")}`, story.sink);
    return undefined;
  };

const fieldCharacter: Opener = act((story, attributes) => {
  const type = attributes.get("w:fldCharType");
  const field = story.fields.at(-1);
  if (type === "begin") story.fields.push({ instruction: "", inResult: false, link: null });
  else if (type === "separate" && field) {
    field.inResult = true;
    field.link = linkOfInstruction(field.instruction, story.warnings);
  } else if (type === "end") story.fields.pop();
});

/** A character of a font. Symbol fonts put theirs into the private use area, where they mean nothing without the font. */
const symbol: Opener = act((story, attributes) => {
  const code = Number.parseInt(attributes.get("w:char") ?? "", 16);
  if (code >= 0x20 && code < 0xd800) addText(story, String.fromCharCode(code));
  else story.warnings.add("symbol-dropped", `${attributes.get("w:font")} ${attributes.get("w:char")}`);
});

const hyperlink: Opener = act((story, attributes) => {
  const relationship = story.relationships.get(attributes.get("r:id") ?? "");
  const link = linkTo(relationship?.target, attributes.get("w:anchor"), story.warnings);
  current(story)?.links.push(link);
});

export const STORY_OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ["w:p", act(beginParagraph)],
  ["a:p", act(beginParagraph)],
  ...PROPERTY_OPENERS,
  ["w:t", characters("text")],
  ["a:t", characters("text")],
  ["m:t", characters("text")],
  ["w:instrText", characters("instruction")],
  ["w:tab", text("\t")],
  ["w:ptab", text("\t")],
  ["w:noBreakHyphen", text("\u2011")],
  ["w:softHyphen", text("\u00ad")],
  ["w:sym", symbol],
  ["w:br", lineBreak],
  ["w:cr", lineBreak],
  ["a:br", lineBreak],
  ["w:fldChar", fieldCharacter],
  [
    "w:fldSimple",
    act((story, attributes) => {
      const link = linkOfInstruction(attributes.get("w:instr") ?? "", story.warnings);
      story.fields.push({ instruction: "", inResult: true, link });
    }),
  ],
  ["w:hyperlink", hyperlink],
  ["w:drawing", drawing],
  ["w:pict", drawing],
  ["wp:docPr", alternativeText("descr")],
  ["v:shape", alternativeText("alt")],
  ["a:blip", picture],
  ["v:imagedata", picture],
  [
    "mc:AlternateContent",
    act((story) => {
      story.alternatives.push(false);
    }),
  ],
  ["mc:Choice", alternative],
  ["mc:Fallback", alternative],
  ["w:footnoteReference", noteReference("footnote")],
  ["w:endnoteReference", noteReference("endnote")],
  ["w:footnote", note("footnote")],
  ["w:endnote", note("endnote")],
  ["w:commentReference", act((story) => story.warnings.add("comments-skipped"))],
  ["w:altChunk", act((story) => story.warnings.add("embedded-document-skipped"))],
  ["w:del", deletion],
  ["w:moveFrom", deletion],
  ...["w:rPrChange", "w:pPrChange", "w:sectPr", "w:delText", "w:delInstrText", "w:rt"].map(
    (name) => [name, skip] as const,
  ),
]);

/** Of several forms of one thing the first is taken, so that its text does not come twice. */
function alternative(story: Story): "skip" | undefined {
  const taken = story.alternatives.pop();
  story.alternatives.push(true);
  return taken ? "skip" : undefined;
}

function endCharacters(story: Story): void {
  story.characters = null;
}

function endDrawing(story: Story): void {
  const paragraph = current(story);
  const open = paragraph?.drawing;
  if (!paragraph || !open) return;
  paragraph.drawing = null;
  const alt = open.alt.replace(/\s+/g, " ").trim().normalize("NFC");
  if (!open.isPicture) return;
  if (!open.href) story.warnings.add("image-dropped", alt);
  if (!open.href && !alt) return;
  addPiece(story, { type: "image", ...(open.href && { href: open.href }), ...(alt && { alt }), wraps: [] });
}

export const STORY_CLOSERS: ReadonlyMap<string, (story: Story) => void> = new Map<
  string,
  (story: Story) => void
>([
  ["w:p", endParagraph],
  ["a:p", endParagraph],
  [
    "w:pPr",
    (story) => {
      story.inParagraphProperties = false;
    },
  ],
  ["w:t", endCharacters],
  ["a:t", endCharacters],
  ["m:t", endCharacters],
  ["w:instrText", endCharacters],
  ["w:fldSimple", (story) => void story.fields.pop()],
  ["w:hyperlink", (story) => void current(story)?.links.pop()],
  ["w:drawing", endDrawing],
  ["w:pict", endDrawing],
  ["mc:AlternateContent", (story) => void story.alternatives.pop()],
  ["w:tc", flushCarried],
  ["w:footnote", flushCarried],
  ["w:endnote", flushCarried],
]);
