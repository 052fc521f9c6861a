import { articleAddress, versionAddress } from "@/app/_features/article/addresses";
import { DiffText } from "@/app/_features/diff-text/diff-text";
import type { loadChanges } from "@/app/_loaders/articles";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { findMoves } from "@/lib/core/diff/moves";
import { diffSpans } from "@/lib/core/diff/spans";
import type { Format } from "@/lib/i18n/format";
import type { UiLocale } from "@/lib/i18n/locales";
import { getT } from "@/lib/i18n/server";
import styles from "../changes.module.css";

type Change = Awaited<ReturnType<typeof loadChanges>>["changes"][number];

interface Place {
  readonly ui: UiLocale;
  readonly slug: string;
  readonly locale: string;
  /** It is what readers have now. */
  readonly isCurrent: boolean;
}

/** One publication: when, by whom, what its editor says of it, and what reads otherwise since. */
export async function ChangeEntry({
  change,
  place,
  publisher,
  format,
}: {
  readonly change: Change;
  readonly place: Place;
  readonly publisher: string;
  readonly format: Format;
}) {
  const t = await getT("making");
  const { number, at, note, passages, reviewedShare, reviewedBefore } = change;
  const { ui, slug, locale, isCurrent } = place;
  return (
    <section aria-labelledby={`head-${number}`}>
      <h2 id={`head-${number}`}>
        {t("changes.version", { number, date: format.date(at) })}{" "}
        {isCurrent && <span className={styles.current}>{t("changes.current")}</span>}
      </h2>
      <p className={styles.by}>
        {t(passages ? "changes.by" : "changes.first", { name: publisher })}{" "}
        {isCurrent ? (
          <a href={articleAddress(ui, slug, locale)}>{t("changes.readCurrent")}</a>
        ) : (
          <a href={versionAddress(ui, slug, locale, number)}>{t("changes.read")}</a>
        )}
      </p>
      {note !== "" && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      {passages && (
        <p className={styles.by}>
          {passages.length === 0 ? t("changes.unchanged") : t("changes.passages", { count: passages.length })}{" "}
          {reviewedBefore !== null &&
            reviewedBefore !== reviewedShare &&
            t("changes.checked", {
              before: format.percent(reviewedBefore),
              after: format.percent(reviewedShare),
            })}
        </p>
      )}
      {passages && passages.length > 0 && <Passages change={change} passages={passages} place={place} />}
    </section>
  );
}

async function Passages({
  change,
  passages,
  place: { ui, slug, locale },
}: {
  readonly change: Change;
  readonly passages: NonNullable<Change["passages"]>;
  readonly place: Place;
}) {
  const [t, common] = await Promise.all([getT("making"), getT("common")]);
  const codes = new Set(change.codes);
  return (
    <ul className={styles.passages}>
      {passages.map(({ anchor, before, after }) => {
        const diff = diffForDisplay(before, after, { locale });
        const spans = diffSpans(before, after, diff, findMoves(diff.hunks, locale));
        const word = before === "" ? t("changes.added") : after === "" ? t("changes.removed") : null;
        return (
          <li key={anchor}>
            <p className={styles.place}>
              <a href={articleAddress(ui, slug, locale, anchor)}>{placeWord(anchor, t)}</a>
              {word && <span> · {word}</span>}
            </p>
            <div className={styles.diff}>
              <DiffText spans={spans} lang={locale} t={common} codes={codes} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a passage stands, in words; that of a passage without source says the paragraph that it comes after. */
function placeWord(anchor: string, t: Awaited<ReturnType<typeof getT<"making">>>): string {
  const [, kind, number = "", further] = /^(p|after)-(\d+)(?:-(\d+))?/.exec(anchor) ?? [];
  if (kind === "p") return t("changes.place", { anchor: number });
  if (kind === "after" && number !== "0" && further) {
    return t("changes.placeAfterFurther", { anchor: number, number: further });
  }
  if (kind === "after" && number !== "0") return t("changes.placeAfter", { anchor: number });
  return t(kind ? "changes.placeFirst" : "changes.placeElse");
}
