import type { TFunction } from "i18next";
import { isolated } from "@/app/_features/article/words";
import type { WordCount } from "@/lib/core/blame/human-share";
import type { Contributor } from "@/lib/core/publication/contributors";
import { checkers, countedWords } from "@/lib/core/publication/making";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import type { Format } from "@/lib/i18n/format";
import styles from "../made.module.css";

export interface MadeProps {
  readonly snapshot: PublicationSnapshot;
  readonly t: TFunction<"making">;
  readonly format: Format;
}

/** Which machine made the first version, as far as anybody has said. */
export function MadeMachine({ snapshot: { mtEngine, making }, t, format }: MadeProps) {
  return (
    <section>
      <h2>{t("made.machine")}</h2>
      <p>{mtEngine ? t("made.machineBy", { engine: isolated(mtEngine) }) : t("made.machineUnknown")}</p>
      {making && <p>{t("made.imported", { date: format.date(making.importedAt) })}</p>}
    </section>
  );
}

/** Who checked how much of it when, how many people wrote in it, and who published it. */
export function MadePeople({ snapshot, t, format }: MadeProps) {
  const { segments, making, publisherName, publishedAt } = snapshot;
  const people = checkers(segments);
  const count = segments.length;
  const checked = people.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  return (
    <section>
      <h2>{t("made.people")}</h2>
      <p>
        {checked === 0
          ? t("made.checkedNone", { count })
          : checked === count
            ? t("made.checkedAll", { count })
            : t("made.checkedSome", { count: checked, all: format.number(count) })}
      </p>
      {people.length > 0 && (
        <table className={styles.table}>
          <caption>{t("made.checkers")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("made.name")}</th>
              <th scope="col">{t("made.paragraphs")}</th>
              <th scope="col">{t("made.when")}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ name, paragraphs, from, to }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{format.number(paragraphs)}</td>
                <td>{format.dates(from, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {making && (
        <p>{making.writers === 0 ? t("made.noWriters") : t("made.writers", { count: making.writers })}</p>
      )}
      {making && making.readerProposals > 0 && <p>{t("made.readers", { count: making.readerProposals })}</p>}
      <p>{t("made.published", { name: isolated(publisherName), date: format.date(publishedAt) })}</p>
    </section>
  );
}

/** How many of its words come from people; nothing where nobody has counted them. */
export function MadeWords({ snapshot: { segments, making }, t, format }: MadeProps) {
  const words = countedWords(segments);
  if (!words || words.all === 0) return null;
  const share = words.human / words.all;
  return (
    <section>
      <h2>{t("made.words")}</h2>
      <meter className={styles.meter} min={0} max={1} value={share} aria-hidden="true" />
      <p>
        {t("made.share", {
          share: format.percent(share),
          human: format.number(words.human),
          all: format.number(words.all),
        })}
      </p>
      {making?.contributors && making.contributors.length > 0 && (
        <Contributors of={making.contributors} words={words} t={t} format={format} />
      )}
      <p className={styles.soft}>{t("made.shareHow")}</p>
    </section>
  );
}

/** Whose words they are, each with its share, the machine's last. */
function Contributors({
  of,
  words,
  t,
  format,
}: Pick<MadeProps, "t" | "format"> & { readonly of: readonly Contributor[]; readonly words: WordCount }) {
  const rows = [
    ...of.map(({ name, words: count }) => ({
      key: `by ${name}`,
      name: name === null ? t("made.readersName") : <bdi>{name}</bdi>,
      count,
    })),
    { key: "machine", name: t("made.machineName"), count: words.all - words.human },
  ];
  return (
    <table className={styles.table}>
      <caption>{t("made.contributors")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("made.name")}</th>
          <th scope="col">{t("made.wordCount")}</th>
          <th scope="col">{t("made.wordShare")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{format.number(count)}</td>
            <td>{format.percent(count / words.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The policy under which it was published. */
export function MadeRule({ snapshot: { making }, t }: MadeProps) {
  if (!making) return null;
  const { policy, ownApprovals } = making;
  return (
    <section>
      <h2>{t("made.rule")}</h2>
      <p>
        {t(policy.fourEyes ? "made.fourEyes" : "made.noFourEyes")}{" "}
        {ownApprovals > 0 && t("made.own", { count: ownApprovals })}
      </p>
      {policy.approvals > 1 && <p>{t("made.approvals", { count: policy.approvals })}</p>}
      <p className={styles.soft}>{t("made.ruleNow")}</p>
    </section>
  );
}
