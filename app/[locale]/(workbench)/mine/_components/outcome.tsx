import { whyDeclined } from "@/app/_features/proposal-card/why-declined";
import { Bdi } from "@/app/_ui/bdi";
import { RelativeTime } from "@/app/_ui/relative-time";
import { getT } from "@/lib/i18n/server";
import styles from "./mine.module.css";
import type { MyProposal } from "./my-proposal";

/** What was said about a proposal, by whom and when. */
export async function Outcome({ proposal }: { readonly proposal: MyProposal }) {
  const [t, words] = await Promise.all([getT("queue"), getT("decisions")]);
  const { state, comment, conflicted, request } = proposal;
  const name = proposal.deciderName ?? t("mine.someone");
  const isDecided = state === "accepted" || state === "declined";
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
        <p className={styles.note}>
          {t(`mine.${state}By`, { name })} <When at={proposal.decidedAt} />
        </p>
      )}
      {isDecided && (
        <p className={styles.note}>
          {t(`mine.${state}By`, { name })} <When at={proposal.decidedAt} />
          <Why proposal={proposal} />
        </p>
      )}
    </>
  );
}

const When = ({ at }: { readonly at: string | null }) => at !== null && <RelativeTime at={at} />;

async function Why({ proposal }: { readonly proposal: MyProposal }) {
  const [t, words] = await Promise.all([getT("queue"), getT("decisions")]);
  const why = whyDeclined(words, { reason: proposal.decisionReason, note: proposal.decisionNote });
  if (!why) return null;
  return (
    <>
      {" – "}
      {t("mine.reason")}: <Bdi>{why}</Bdi>
    </>
  );
}
