import type { AccessError } from "@/lib/core/access/permissions";
import { BULK_LIMIT } from "@/lib/core/proposal/bulk";
import { planRevert, type RevertibleRevision, type RevertPlan } from "@/lib/core/revert/plan-revert";
import type { RevisionId, UserId } from "@/lib/core/shared/ids";
import { ok, type Result } from "@/lib/core/shared/result";
import type { Queryable } from "@/lib/db/client";
import {
  listOpenOf,
  listRevertible,
  listRowsOf,
  type OpenOfAccount,
  type RevertPlace,
} from "@/lib/db/reverts/read";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { authorizeRevert } from "./authorize-revert";

/** A row whose text would be another one. */
export interface RevertedText extends RevertPlace {
  readonly currentText: string;
  readonly targetText: string;
  /** What the act is bound to: the text that is current, and the hash of the one to be. */
  readonly seen: { readonly currentRevisionId: RevisionId; readonly textHash: string };
}

/** What a person has to look at, and why. */
export interface LeftToPerson extends RevertPlace {
  readonly why: Extract<RevertPlan, { kind: "person" }>["why"] | "own-words";
  /** An open proposal; otherwise words in a text. */
  readonly isOpen: boolean;
}

export interface RevertPreview {
  readonly accountName: string;
  /** Open proposals that would be declined. */
  readonly open: readonly OpenOfAccount[];
  readonly texts: readonly RevertedText[];
  readonly people: readonly LeftToPerson[];
  /** There is more than one act can hold: it is shown when this one is done. */
  readonly isMore: boolean;
}

/**
 * What would become of everything that an account proposed or brought into texts, in the projects that the person
 * manages: open proposals that would be declined, texts that would be without its words, and what only a person can
 * do. Nothing is written.
 */
export async function previewRevert(
  ctx: ServiceContext,
  accountId: UserId,
): Promise<Result<RevertPreview, { readonly code: AccessError | "own-words" }>> {
  const granted = await authorizeRevert(ctx, accountId);
  if (!granted.ok) return granted;
  const { userId, projectIds, accountName } = granted.value;
  const db = ctx.db.pool;
  const [found, rows] = await Promise.all([
    listOpenOf(db, projectIds, accountId, BULK_LIMIT + 1),
    listRowsOf(db, projectIds, accountId),
  ]);
  const proposals = found.slice(0, BULK_LIMIT).map((one) => ({ one, why: whyNotDeclined(one, userId) }));
  const texts = await planRows(db, rows, accountId);
  return ok({
    accountName,
    open: proposals.filter(({ why }) => why === null).map(({ one }) => one),
    texts: texts.reverted,
    people: [
      ...proposals.flatMap(({ one, why }) => (why ? [{ ...placeOf(one), why, isOpen: true }] : [])),
      ...texts.people,
    ],
    isMore: texts.isMore || found.length > BULK_LIMIT,
  });
}

function whyNotDeclined(
  { isAuthor, contributorIds }: OpenOfAccount,
  deciderId: UserId,
): LeftToPerson["why"] | null {
  if (!isAuthor) return "written-together";
  return contributorIds.includes(deciderId) ? "own-words" : null;
}

const ROWS_AT_ONCE = 200;

async function planRows(db: Queryable, rows: readonly RevertPlace[], accountId: UserId) {
  const reverted: RevertedText[] = [];
  const people: LeftToPerson[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    if (reverted.length >= BULK_LIMIT)
      return { reverted: reverted.slice(0, BULK_LIMIT), people, isMore: true };
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    const chains = await listRevertible(
      db,
      part.map(({ segmentId }) => segmentId),
    );
    for (const place of part) {
      const chain = chains.get(place.segmentId) ?? [];
      const plan = planRevert(chain, accountId, { locale: place.targetLocale });
      const last = chain.at(-1);
      if (plan.kind === "person") people.push({ ...place, why: plan.why, isOpen: false });
      if (plan.kind === "text" && last) reverted.push(revertedText(place, last, plan.text));
    }
  }
  return { reverted: reverted.slice(0, BULK_LIMIT), people, isMore: reverted.length > BULK_LIMIT };
}

const revertedText = (place: RevertPlace, last: RevertibleRevision, targetText: string): RevertedText => ({
  ...place,
  currentText: last.targetText,
  targetText,
  seen: { currentRevisionId: last.id, textHash: textHash(targetText) },
});

const placeOf = ({
  segmentId,
  translationId,
  title,
  targetLocale,
  rowNumber,
  codeIds,
}: RevertPlace): RevertPlace => ({
  segmentId,
  translationId,
  title,
  targetLocale,
  rowNumber,
  codeIds,
});
