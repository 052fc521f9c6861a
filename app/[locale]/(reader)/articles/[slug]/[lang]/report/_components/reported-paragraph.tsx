import type { ArticleText } from "@/app/_features/article/article-text";
import type { ReaderWords } from "@/app/_features/article/words";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import type { PublishedSegment } from "@/lib/core/publication/snapshot";
import { textDirection } from "@/lib/core/text/locale";
import { getT } from "@/lib/i18n/server";
import styles from "../report.module.css";

/** The paragraph as readers have it, and its original beside it. */
export async function ReportedParagraph({
  segment,
  text,
  words: { format, t: reader },
}: {
  readonly segment: PublishedSegment;
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  const t = await getT("reports");
  const { sourceLocale } = text.snapshot;
  const sides = [
    {
      label: t("form.paragraph"),
      locale: text.locale,
      codes: text.codes,
      paragraphs: segment.target,
      none: reader("paragraph.leftOut"),
      isReported: true,
    },
    {
      label: t("form.original", { language: format.languageName(sourceLocale) }),
      locale: sourceLocale,
      codes: text.sourceCodes,
      paragraphs: segment.sources,
      none: t("form.noOriginal"),
      isReported: false,
    },
  ];
  return (
    <div className={styles.sides}>
      {sides.map(({ label, locale, codes, paragraphs, none, isReported }) => (
        <section key={label} className={styles.side}>
          <h2>{label}</h2>
          {paragraphs.length === 0 && <p className={styles.none}>{none}</p>}
          <blockquote lang={locale} dir={textDirection(locale)} data-reported={isReported ? "" : undefined}>
            {paragraphs.map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a snapshot never change their order
              <p key={index}>
                <InlineText
                  text={paragraph.text}
                  codes={codes}
                  followsLinks={false}
                  imageWord={reader("article.imageWord")}
                />
              </p>
            ))}
          </blockquote>
        </section>
      ))}
    </div>
  );
}
