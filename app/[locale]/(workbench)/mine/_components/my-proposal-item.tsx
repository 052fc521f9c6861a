import Link from "next/link";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { whyDeclined } from "@/app/_features/proposal-card/why-declined";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { ThreadPanel } from "@/app/_features/threads/thread-panel";
import type { loadMyProposals } from "@/app/_loaders/workbench";
import { Bdi } from "@/app/_ui/bdi";
import { RelativeTime } from "@/app/_ui/relative-time";
import { type MarkState, StateMark } from "@/app/_ui/state-mark";
import { textDirection } from "@/lib/core/text/locale";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./mine.module.css";
import { WithdrawButton } from "./withdraw-button";

type MyProposal = Awaited<ReturnType<typeof loadMyProposals>>[number];
type Standing = MyProposal["state"] | "conflict" | "request";

const MARKS: Readonly<Record<Standing, MarkState>> = {
  open: "proposal",
  conflict: "conflict",
  request: "attention",
  accepted: "approved",
  divided: "approved",
  contained: "approved",
  declined: "attention",
  withdrawn: "none",
};

/** Where a proposal was whose row is another one now. An open one waits to be put back. */
function Retired({
  href,
  isWaiting,
  words,
}: {
  readonly href: string;
  readonly isWaiting: boolean;
  readonly words: string;
}) {
  return isWaiting ? (
    <Link href={href} prefetch={false}>
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}

function standingOf({ state, request, conflicted }: MyProposal): Standing {
  if (request) return "request";
  return conflicted ? "conflict" : state;
}

/** One proposal of the person: what it changes, where, and what became of it. */
export async function MyProposalItem({ proposal }: { readonly proposal: MyProposal }) {
  const [t, format] = await Promise.all([getT("queue"), getFormat()]);
  const { state, title, rowNumber, targetLocale, translationId } = proposal;
  const standing: Standing = standingOf(proposal);
  const differs = state !== "open" && rowNumber !== null && proposal.currentText !== proposal.targetText;
  const review = `/${format.locale}/review/${translationId}`;
  const href = rowNumber === null ? `${review}/align#tray` : `${review}?row=${rowNumber}`;
  const words = { title, number: rowNumber, language: format.languageName(targetLocale) };
  return (
    <li className={styles.item}>
      <p className={styles.head} data-standing={standing}>
        <StateMark state={MARKS[standing]} label="" />
        <strong>{t(`mine.state.${standing}`)}</strong>
        {rowNumber === null ? (
          <Retired
            href={href}
            isWaiting={state === "open"}
            words={t(state === "open" ? "mine.tray" : "mine.retired", words)}
          />
        ) : (
          <Link href={href} aria-label={t("openRow", words)} prefetch={false}>
            {t("place", words)}
          </Link>
        )}
        <span className={styles.when}>
          {t("mine.changed")} <RelativeTime at={proposal.updatedAt} />
        </span>
      </p>
      <div className={styles.texts}>
        <div
          className={styles.source}
          lang={proposal.sourceLocale}
          dir={textDirection(proposal.sourceLocale)}
        >
          <InlineText text={proposal.sourceText} codes={proposal.sourceCodes} followsLinks={false} />
        </div>
        <WordDiff
          base={proposal.baseText}
          next={proposal.targetText}
          locale={targetLocale}
          codes={new Set(proposal.targetCodes.map(({ id }) => id))}
        />
      </div>
      <Outcome proposal={proposal} />
      {differs && (
        <details className={styles.note}>
          <summary>{t("mine.against")}</summary>
          <WordDiff
            base={proposal.targetText}
            next={proposal.currentText}
            locale={targetLocale}
            codes={new Set(proposal.targetCodes.map(({ id }) => id))}
          />
        </details>
      )}
      <ThreadPanel proposal={proposal} count={proposal.comments} locale={targetLocale} />
      {state === "open" && (
        <div className={styles.acts}>
          <Link href={href} aria-label={`${t("mine.edit")}: ${t("place", words)}`} prefetch={false}>
            {t("mine.edit")}
          </Link>
          <WithdrawButton proposalId={proposal.id} version={proposal.version} />
        </div>
      )}
    </li>
  );
}

/** What was said about it, by whom. */
async function Outcome({ proposal }: { readonly proposal: MyProposal }) {
  const [t, words] = await Promise.all([getT("queue"), getT("decisions")]);
  const { state, deciderName, decisionNote, decisionReason, comment, conflicted, request } = proposal;
  const why = whyDeclined(words, { reason: decisionReason, note: decisionNote });
  const name = deciderName ?? t("mine.someone");
  return (
    <>
      {request && (
        <p className={styles.note} dir="auto">
          {words("request.by", { name: request.name, note: request.note })}
        </p>
      )}
      {conflicted && <p className={styles.note}>{t("mine.conflict")}</p>}
      {comment !== "" && (
        <p className={styles.note}>
          {t("mine.comment")}: <Bdi>{comment}</Bdi>
        </p>
      )}
      {(state === "divided" || state === "contained") && (
        <p className={styles.note}>{t(`mine.${state}By`, { name })}</p>
      )}
      {(state === "accepted" || state === "declined") && (
        <p className={styles.note}>
          {t(state === "accepted" ? "mine.acceptedBy" : "mine.declinedBy", { name })}
          {why && (
            <>
              {" – "}
              {t("mine.reason")}: <Bdi>{why}</Bdi>
            </>
          )}
        </p>
      )}
    </>
  );
}
