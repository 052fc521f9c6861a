import { MarkedText } from "@/app/_features/diff-text/diff-text";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { numberLabel } from "@/lib/core/document/number-style";
import type { InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import { textDirection } from "@/lib/core/text/locale";
import { useT } from "@/lib/i18n/client";
import styles from "./side-text.module.css";

const labelOf = ({ ordinal, numberStyle }: Paragraph): string | undefined =>
  ordinal === undefined ? undefined : numberLabel(ordinal, numberStyle);

/** One side of a row: its paragraphs, each looking like what it is. */
export function SideText({
  paragraphs,
  codes,
  locale,
  shownCodes,
  side,
}: {
  readonly paragraphs: readonly Paragraph[];
  readonly codes: readonly InlineCode[];
  readonly locale: string;
  /** Shows these inline codes as chips, beside an editor that does, instead of what they do. */
  readonly shownCodes?: ReadonlySet<number>;
  /** Which side of its row it shows, where sentences are to be lit up. */
  readonly side?: "source" | "target";
}) {
  const t = useT("common");
  return (
    <div className={styles.side} lang={locale} dir={textDirection(locale)} data-side={side}>
      {paragraphs.map((paragraph, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one row never change their order
          key={index}
          className={styles.paragraph}
          data-kind={paragraph.kind}
          data-level={paragraph.level || undefined}
          data-number={labelOf(paragraph)}
        >
          {shownCodes ? (
            <MarkedText text={paragraph.text} marks={[]} lang={locale} codes={shownCodes} t={t} />
          ) : (
            <InlineText text={paragraph.text} codes={codes} followsLinks={false} />
          )}
        </p>
      ))}
    </div>
  );
}
