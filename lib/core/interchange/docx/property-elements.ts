/** Elements that say something about a paragraph or a run. */
import { act, currentParagraph as current, type Opener } from "./opener";
import { readRunProperty } from "./run-format";

const runProperty =
  (name: string): Opener =>
  (story, attributes) => {
    const paragraph = current(story);
    if (paragraph && !story.inParagraphProperties) {
      paragraph.format = readRunProperty(paragraph.format, name, attributes);
    }
    return undefined;
  };

const startRun: Opener = act((story) => {
  const paragraph = current(story);
  if (paragraph) paragraph.format = {};
});

const level = (value: string | undefined): number => Math.min(9, Math.max(0, Number(value) || 0));

export const PROPERTY_OPENERS: readonly (readonly [string, Opener])[] = [
  [
    "w:pPr",
    act((story) => {
      story.inParagraphProperties = true;
    }),
  ],
  [
    "w:pStyle",
    act((story, attributes) => {
      const paragraph = current(story);
      if (paragraph) paragraph.style = story.styles.paragraph(attributes.get("w:val") ?? "");
    }),
  ],
  [
    "w:outlineLvl",
    act((story, attributes) => {
      const paragraph = current(story);
      if (paragraph) paragraph.outline = level(attributes.get("w:val"));
    }),
  ],
  [
    "w:ilvl",
    act((story, attributes) => {
      const paragraph = current(story);
      if (paragraph && paragraph.list !== null) paragraph.list = level(attributes.get("w:val"));
    }),
  ],
  [
    "w:numId",
    act((story, attributes) => {
      const paragraph = current(story);
      if (!paragraph) return;
      paragraph.listId = attributes.get("w:val");
      paragraph.list = paragraph.listId === "0" ? null : (paragraph.list ?? 0);
    }),
  ],
  ["w:r", startRun],
  ["a:r", startRun],
  ["m:r", startRun],
  [
    "w:rStyle",
    act((story, attributes) => {
      const paragraph = current(story);
      if (!paragraph || story.inParagraphProperties) return;
      paragraph.format = { ...story.styles.run(attributes.get("w:val") ?? ""), ...paragraph.format };
    }),
  ],
  ...["w:b", "w:i", "w:u", "w:strike", "w:dstrike", "w:vertAlign", "w:vanish"].map(
    (name) => [name, runProperty(name)] as const,
  ),
];
