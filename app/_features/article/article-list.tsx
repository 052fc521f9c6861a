import { textDirection } from "@/lib/core/text/locale";
import { articleAddress } from "./addresses";
import styles from "./article-list.module.css";
import { ownName, type ReaderWords } from "./words";

export interface ArticleListEntry {
  readonly documentId: string;
  readonly slug: string;
  readonly sourceTitle: string;
  readonly sourceLocale: string;
  readonly projectName: string;
  readonly versions: readonly {
    readonly locale: string;
    readonly title: string;
    readonly publishedAt: string;
    readonly reviewedShare: number;
  }[];
}

/** Published articles, each by its title in every language that it is to be had in. */
export function ArticleList({
  articles,
  firstLocale,
  words,
}: {
  readonly articles: readonly ArticleListEntry[];
  /** Stands first where an article is to be had in it. */
  readonly firstLocale: string;
  readonly words: ReaderWords;
}) {
  return (
    <ul className={styles.list}>
      {articles.map((article) => (
        <li key={article.documentId} className={styles.article}>
          <p className={styles.project}>
            <bdi>{article.projectName}</bdi>
          </p>
          <ul className={styles.versions}>
            {titlesOf(article, firstLocale).map((version, index) => (
              <li key={version.locale} className={styles.version}>
                <Version slug={article.slug} version={version} isFirst={index === 0} words={words} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface Title {
  readonly locale: string;
  readonly title: string;
  /** Null for the original. */
  readonly published: { readonly at: string; readonly reviewedShare: number } | null;
}

/** The language that a reader looks for first, then the original, then the others. */
function titlesOf(article: ArticleListEntry, firstLocale: string): readonly Title[] {
  const original: Title = { locale: article.sourceLocale, title: article.sourceTitle, published: null };
  const translations = article.versions.map(
    ({ locale, title, publishedAt, reviewedShare }): Title => ({
      locale,
      title,
      published: { at: publishedAt, reviewedShare },
    }),
  );
  const all = [original, ...translations];
  const isFirst = ({ locale }: Title) => locale.toLowerCase() === firstLocale.toLowerCase();
  return [...all.filter(isFirst), ...all.filter((title) => !isFirst(title))];
}

function Version({
  slug,
  version: { locale, title, published },
  isFirst,
  words: { ui, t, format },
}: {
  readonly slug: string;
  readonly version: Title;
  readonly isFirst: boolean;
  readonly words: ReaderWords;
}) {
  const Heading = isFirst ? "h2" : "p";
  return (
    <>
      <Heading className={styles.title}>
        <a
          href={articleAddress(ui, slug, locale)}
          hrefLang={locale}
          lang={locale}
          dir={textDirection(locale)}
        >
          {title}
        </a>
      </Heading>
      <p className={styles.facts}>
        <bdi lang={locale}>{ownName(locale)}</bdi>
        {published ? (
          <>
            {" · "}
            {t("front.reviewed", { share: format.percent(published.reviewedShare) })}
            {" · "}
            <time dateTime={published.at}>{t("front.published", { date: format.date(published.at) })}</time>
          </>
        ) : (
          ` · ${t("front.original")}`
        )}
      </p>
    </>
  );
}
