import { articleAddress, parallelAddress } from "./addresses";
import styles from "./article-bar.module.css";
import type { ArticleVersion } from "./article-text";
import { ownName, type ReaderWords } from "./words";

/**
 * The languages of the article, always at the top of the screen. Plain links; the page's
 * small script lets them keep the place (`data-keep`).
 */
export function ArticleBar({
  article,
  beside = null,
  words,
}: {
  readonly article: ArticleVersion;
  /** The language that the article's stands beside; null: it stands alone. */
  readonly beside?: string | null;
  readonly words: ReaderWords;
}) {
  const { snapshot, locale, languages } = article;
  const { ui, t } = words;
  return (
    <nav className={styles.bar} aria-label={t("article.languages")} data-place-line="">
      <ul className={styles.list}>
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={articleAddress(ui, snapshot.slug, language.locale)}
              hrefLang={language.locale}
              aria-current={beside === null && language.locale === locale ? "page" : undefined}
              data-keep={language.locale}
            >
              <bdi lang={language.locale}>{ownName(language.locale)}</bdi>
              {language.isSource && <span className={styles.original}> {t("article.isOriginal")}</span>}
            </a>
          </li>
        ))}
        <li className={styles.parallel}>
          <a
            href={parallelAddress(ui, snapshot.slug, locale)}
            aria-current={beside !== null ? "page" : undefined}
            data-keep="parallel"
          >
            {t("article.sideBySide")}
          </a>
        </li>
        {beside !== null && <OtherPairs article={article} beside={beside} words={words} />}
      </ul>
    </nav>
  );
}

/** From the two languages shown to the same two the other way round, and to each further one beside the first. */
function OtherPairs({
  article: { snapshot, locale, languages },
  beside,
  words: { ui, t },
}: {
  readonly article: ArticleVersion;
  readonly beside: string;
  readonly words: ReaderWords;
}) {
  const further = languages.filter((language) => language.locale !== locale && language.locale !== beside);
  return (
    <>
      <li>
        <a href={parallelAddress(ui, snapshot.slug, beside, locale)} data-keep="swap">
          {t("parallel.swap")}
        </a>
      </li>
      {further.map((language) => (
        <li key={language.locale}>
          <a
            href={parallelAddress(ui, snapshot.slug, locale, language.locale)}
            hrefLang={language.locale}
            data-keep="beside"
          >
            {t("parallel.beside")} <bdi lang={language.locale}>{ownName(language.locale)}</bdi>
          </a>
        </li>
      ))}
    </>
  );
}
