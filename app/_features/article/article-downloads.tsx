import { downloadAddress } from "./addresses";
import styles from "./article-downloads.module.css";
import type { ArticleVersion } from "./article-text";
import type { ReaderWords } from "./words";

/** The article as a file, in its language alone and beside each of the others. */
export function ArticleDownloads({
  article: { snapshot, locale, languages },
  words: { t, format },
}: {
  readonly article: ArticleVersion;
  readonly words: ReaderWords;
}) {
  const first = format.languageName(locale);
  const others = languages.filter((language) => language.locale !== locale);
  return (
    <section className={styles.downloads} aria-labelledby="downloads">
      <h2 id="downloads">{t("download.title")}</h2>
      <dl>
        {[undefined, ...others.map((other) => other.locale)].map((beside) => (
          <div key={beside ?? ""}>
            <dt>{beside ? t("download.inTwo", { first, second: format.languageName(beside) }) : first}</dt>
            <dd>
              <a href={downloadAddress("book.epub", snapshot.slug, locale, beside)} download>
                {t("download.epub")}
              </a>
            </dd>
            <dd>
              <a href={downloadAddress("text.md", snapshot.slug, locale, beside)} download>
                {t("download.markdown")}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
