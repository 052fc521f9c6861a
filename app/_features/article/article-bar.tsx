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
  view,
  words: { ui, t },
}: {
  readonly article: ArticleVersion;
  readonly view: "article" | "parallel";
  readonly words: ReaderWords;
}) {
  const { snapshot, locale, languages } = article;
  return (
    <nav className={styles.bar} aria-label={t("article.languages")} data-place-line="">
      <ul className={styles.list}>
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={articleAddress(ui, snapshot.slug, language.locale)}
              hrefLang={language.locale}
              aria-current={view === "article" && language.locale === locale ? "page" : undefined}
              data-keep=""
            >
              <bdi lang={language.locale}>{ownName(language.locale)}</bdi>
              {language.isSource && <span className={styles.original}> {t("article.isOriginal")}</span>}
            </a>
          </li>
        ))}
        <li className={styles.parallel}>
          <a
            href={parallelAddress(ui, snapshot.slug, locale)}
            aria-current={view === "parallel" ? "page" : undefined}
            data-keep=""
          >
            {t("article.sideBySide")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
