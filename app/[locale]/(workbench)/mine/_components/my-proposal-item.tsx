import { Button } from "@mantine/core";
import Link from "next/link";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { ThreadPanel } from "@/app/_features/threads/thread-panel";
import { RelativeTime } from "@/app/_ui/relative-time";
import { type MarkState, StateMark } from "@/app/_ui/state-mark";
import { textDirection } from "@/lib/core/text/locale";
import { getFormat, getT } from "@/lib/i18n/server";
import { Against } from "./against";
import styles from "./mine.module.css";
import type { MyProposal } from "./my-proposal";
import { Outcome } from "./outcome";
import { WithdrawButton } from "./withdraw-button";

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
  const review = `/${format.locale}/review/${translationId}`;
  const href = rowNumber === null ? `${review}/align#tray` : `${review}?row=${rowNumber}`;
  const words = { title, number: rowNumber, language: format.languageName(targetLocale) };
  const codes = new Set(proposal.targetCodes.map(({ id }) => id));
  return (
    <li
      className={styles.item}
      tabIndex={-1}
      aria-label={`${t(`mine.state.${standing}`)}: ${t("place", words)}`}
      data-my-proposal={proposal.id}
    >
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
          <Link href={href} aria-label={t("openRow", words)} prefetch={false} data-place>
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
        <WordDiff base={proposal.baseText} next={proposal.targetText} locale={targetLocale} codes={codes} />
      </div>
      <Outcome proposal={proposal} />
      <Against proposal={proposal} codes={codes} />
      <ThreadPanel proposal={proposal} count={proposal.comments} locale={targetLocale} />
      {state === "open" && (
        <div className={styles.acts}>
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={href}
            aria-label={`${t("mine.edit")}: ${t("place", words)}`}
          >
            {t("mine.edit")}
          </Button>
          <WithdrawButton proposalId={proposal.id} version={proposal.version} />
        </div>
      )}
    </li>
  );
}
