import fc from "fast-check";
import type { InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { APPROVED, segment, snapshot } from "../publication/segments";

/** One code of each kind; their markers are among the pieces of the texts. */
export const CODES: readonly InlineCode[] = [
  { id: 1, kind: "bold" },
  { id: 2, kind: "italic" },
  { id: 3, kind: "link", href: "https://example.org/a_(b)?c=*d*&e=_f_" },
  { id: 4, kind: "code" },
  { id: 5, kind: "strike" },
  { id: 6, kind: "superscript" },
  { id: 7, kind: "break" },
  { id: 8, kind: "image", href: "https://example.org/i.png", alt: "a [picture]" },
  { id: 9, kind: "underline" },
  { id: 10, kind: "bold" },
];

const MARKERS = CODES.flatMap(({ id, kind }) =>
  kind === "break" || kind === "image" ? [`<${id}/>`] : [`<${id}>`, `</${id}>`],
);

const SIGNS = [
  ..."*_`~[]()<>#+-\\!&|=:;@^$\"'.1a Bé。",
  ...["1. ", "- ", "# ", "> ", "***", "```", "~~~", "~~", "[^1]", "[ ] ", "[a]: b", "&amp;", "&#x2a;", "\\*"],
  ...[
    "http://a.de",
    "https://a.de/_x_",
    "www.a.de",
    "x@y.de",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<br>",
    "<?",
    "]]>",
  ],
  ...[
    "\n",
    "\r",
    "\t",
    "  ",
    " \n ",
    "---",
    "===",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2067",
    "\u2028",
    "e\u0301",
  ],
  ...["\u05d0\u05d1", "\u0639\u0631", "漢字", "👩‍👧", "<99>", "<1", "{{x}}", "%00", "\u0007"],
];

/** Texts made of what formats and renderers trip over, with markers in and out of place. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...SIGNS) }, fc.constantFrom(...MARKERS)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((pieces) => pieces.join(""));

const hostileParagraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constantFrom("paragraph", "heading", "list-item", "quote", "preformatted"),
  level: fc.integer({ min: 1, max: 3 }),
  text: hostileText,
});

const hostileSegment = fc
  .record({
    sources: fc.array(hostileParagraph, { maxLength: 2 }),
    target: fc.array(hostileParagraph, { maxLength: 2 }),
    isChecked: fc.boolean(),
  })
  .filter(({ sources, target }) => sources.length + target.length > 0);

/** Snapshots of hostile texts, from German into `targetLocale`. */
export const hostileSnapshot = (targetLocale: string): fc.Arbitrary<PublicationSnapshot> =>
  fc
    .record({ segments: fc.array(hostileSegment, { minLength: 1, maxLength: 6 }), title: hostileText })
    .map(({ segments, title }) => {
      let number = 0;
      let unsourced = 0;
      const published = segments.map(({ sources, target, isChecked }) => {
        const numbered = sources.map(({ text, kind, level }) => [++number, text, kind, level] as const);
        const made = segment(numbered, target, isChecked ? APPROVED : null);
        return sources.length > 0 ? made : { ...made, anchor: `t-${++unsourced}` };
      });
      return snapshot(published, {
        targetLocale,
        sourceTitle: `Titel ${title}`,
        targetTitle: `Title ${title}`,
        sourceCodes: CODES,
        targetCodes: CODES,
      });
    });
