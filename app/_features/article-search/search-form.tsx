import type { ReaderWords } from "@/app/_features/article/words";
import { ownName } from "@/app/_features/article/words";
import { SEARCH_LIMIT } from "@/lib/core/publication/search-hit";
import styles from "./article-search.module.css";

/** Asks for words and a language. A plain form: works without script, and its answer has an address. */
export function SearchForm({
  words: { ui, t },
  locales,
  query = "",
  locale = null,
}: {
  readonly words: ReaderWords;
  readonly locales: readonly string[];
  readonly query?: string;
  readonly locale?: string | null;
}) {
  return (
    <search>
      <form className={styles.form} action={`/${ui}/search`} method="get">
        <label className={styles.words}>
          <span>{t("search.words")}</span>
          <input type="search" name="q" defaultValue={query} maxLength={SEARCH_LIMIT} dir="auto" />
        </label>
        {locales.length > 1 && (
          <label>
            <span>{t("search.language")}</span>
            <select name="in" defaultValue={locale ?? ""}>
              <option value="">{t("search.allLanguages")}</option>
              {locales.map((one) => (
                <option key={one} value={one} lang={one}>
                  {ownName(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit">{t("search.send")}</button>
      </form>
    </search>
  );
}
