import { textDirection } from "@/lib/core/text/locale";
import { changeAddress, madeAddress } from "./addresses";
import styles from "./article-origin.module.css";
import type { ArticleText } from "./article-text";
import { ReviewMark } from "./review-mark";
import { reviewedWord } from "./review-word";
import { isolated, type ReaderWords } from "./words";

/** How the text came about: which machine, how much of it people have checked, who published it when. */
export function ArticleOrigin({
  text,
  words,
  marksOpen = true,
}: {
  readonly text: ArticleText;
  readonly words: ReaderWords;
  /** The marks of this page open the original. */
  readonly marksOpen?: boolean;
}) {
  return (
    <div className={styles.origin} lang={words.ui} dir={textDirection(words.ui)}>
      {text.isSource ? (
        <OfOriginal text={text} words={words} />
      ) : (
        <OfTranslation text={text} words={words} marksOpen={marksOpen} />
      )}
    </div>
  );
}

function OfOriginal({
  text: { locale, otherLocales },
  words: { t, format },
}: {
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  const languages = format.list(otherLocales.map((other) => format.languageName(other)));
  return (
    <p>
      {t("article.originalIn", { language: format.languageName(locale) })}{" "}
      {t("article.translationsIn", { count: otherLocales.length, languages })}
    </p>
  );
}

function OfTranslation({
  text,
  words,
  marksOpen,
}: {
  readonly text: ArticleText;
  readonly words: ReaderWords;
  readonly marksOpen: boolean;
}) {
  const { t, format } = words;
  const { slug, mtEngine, sourceLocale, targetLocale, publishedAt, publisherName } = text.snapshot;
  const names = {
    source: format.languageName(sourceLocale),
    target: format.languageName(targetLocale),
  };
  return (
    <>
      <p>
        {mtEngine
          ? t("article.machineBy", { ...names, engine: isolated(mtEngine) })
          : t("article.machine", names)}{" "}
        <strong>{reviewedWord(text.snapshot.segments, words)}</strong>{" "}
        {t("article.publishedBy", { date: format.date(publishedAt), name: isolated(publisherName) })}{" "}
        {!text.isEarlier && <a href={madeAddress(words.ui, slug, targetLocale)}>{t("article.made")}</a>}
      </p>
      {!text.isEarlier && <LastChange text={text} words={words} />}
      <ul className={styles.legend} aria-label={t("article.legend")}>
        <li>
          <ReviewMark kind="approved" /> {t("article.legendApproved")}
        </li>
        <li>
          <ReviewMark kind="open" /> {t("article.legendOpen")}
        </li>
        {marksOpen && <li>{t("article.legendHow")}</li>}
      </ul>
    </>
  );
}

/** Says that the text was changed after its first publication, as good newspapers do. */
function LastChange({
  text: { snapshot },
  words: { ui, t, format },
}: {
  readonly text: ArticleText;
  readonly words: ReaderWords;
}) {
  const last = snapshot.history?.corrections.at(-1);
  if (!last) return null;
  const place = { number: last.number, current: snapshot.number ?? last.number };
  const address = changeAddress(ui, snapshot.slug, snapshot.targetLocale, place);
  const words = { date: format.date(last.at), note: isolated(last.note) };
  return (
    <p>
      {last.note === "" ? t("article.corrected", words) : t("article.correctedNote", words)}{" "}
      <a href={address}>{t("article.whatChanged")}</a>
    </p>
  );
}
