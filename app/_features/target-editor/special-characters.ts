import type { Extension } from "@codemirror/state";
import { highlightSpecialChars } from "@codemirror/view";
import { describeInvisible } from "@/lib/core/text/invisible";

/** Spaces that are no plain space, joiners, soft hyphens, bidi controls: nobody types these knowingly. */
const INVISIBLE = new RegExp(
  [
    String.raw`[\x00-\x08\n-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2800\ufff9-\ufffc]`,
    String.raw`(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}`,
  ].join("|"),
  "gu",
);

/** Invisible characters get a mark with their name on hover, so that they are not deleted or kept unawares. */
export const invisibleMarks = (): Extension =>
  highlightSpecialChars({
    specialChars: INVISIBLE,
    render: (codePoint) => {
      const mark = document.createElement("span");
      const named = describeInvisible(codePoint);
      const title = named ? `${named.code} ${named.name}` : `U+${codePoint.toString(16).toUpperCase()}`;
      mark.className = codePoint === 0xa0 || codePoint === 0x202f ? "cm-hard-space" : "cm-invisible";
      mark.textContent = codePoint === 0xa0 || codePoint === 0x202f ? "\u237d" : "\u00b7";
      mark.title = title;
      mark.setAttribute("aria-label", title);
      mark.setAttribute("role", "img");
      return mark;
    },
  });
