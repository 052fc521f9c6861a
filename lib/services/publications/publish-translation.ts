import type { AccessError } from "@/lib/core/access/permissions";
import { checkGate, type GateFault, mayPublish, type NumberedPolicy } from "@/lib/core/policy/policy";
import { NOTE_LIMIT } from "@/lib/core/publication/corrections";
import { searchableTexts } from "@/lib/core/publication/searchable-texts";
import {
  anchorsOf,
  formsOfTarget,
  type PublicationSnapshot,
  type PublishedSegment,
  reviewedShare,
  targetParagraphs,
  targetTitle,
} from "@/lib/core/publication/snapshot";
import type { BitextHead } from "@/lib/core/review/bitext";
import type { PublicationId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { checkText, type TextFault } from "@/lib/core/text/well-formed";
import { findBitextHead } from "@/lib/db/bitext/head";
import { inTransaction, type Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { findPolicy } from "@/lib/db/policies";
import { cancelWaitingPlan, lockWaitingPlan } from "@/lib/db/publication-plans";
import {
  appendPublication,
  countOpenProposals,
  listPublishableSegments,
  lockTranslation,
  type PublishableSegment,
  setCurrentPublication,
} from "@/lib/db/publications";
import { replacePublishedTexts } from "@/lib/db/published-texts";
import { findUser } from "@/lib/db/users";
import { authorize, type Granted } from "../authorize";
import type { ServiceContext } from "../context";
import { textHash } from "../text-hash";
import { describeMaking } from "./describe-making";

export interface Published {
  readonly publicationId: PublicationId;
  readonly number: number;
  readonly slug: string;
  readonly targetLocale: string;
  readonly reviewedShare: number;
}

export type PublishError =
  | { readonly code: AccessError | "empty" }
  | { readonly code: TextFault; readonly field: "note" }
  | GateFault;

/**
 * Freezes the current texts of a translation into a snapshot and shows it to readers. Of two
 * publishers at the same moment the later one has read what the earlier one has, or more.
 * `unreviewed`, `open-proposals`: the project's policy asks for more approvals first, or for
 * no open proposals; `count` of them. `empty`: there is no text to publish.
 */
export async function publishTranslation(
  ctx: ServiceContext,
  input: {
    readonly translationId: TranslationId;
    /** What was corrected since the last publication, in words for readers. */
    readonly note?: string;
  },
): Promise<Result<Published, PublishError>> {
  const granted = await authorize(
    ctx,
    { kind: "translation", id: input.translationId },
    "translation.publish",
  );
  if (!granted.ok) return granted;
  const note = (input.note ?? "").trim();
  const checked = checkText(note, { maxLength: NOTE_LIMIT });
  if (!checked.ok && checked.error !== "empty") return err({ code: checked.error, field: "note" });
  return inTransaction(ctx.db, (tx) => publishIn(tx, input.translationId, granted.value, ctx.now, note));
}

/** The same inside a transaction, for somebody who was found to have the right. A refusal has written nothing. */
export async function publishIn(
  tx: Queryable,
  translationId: TranslationId,
  granted: Granted,
  now: () => Date,
  note = "",
): Promise<Result<Published, PublishError>> {
  // Locked before it is read: otherwise a slow publisher puts older texts in the place of newer ones.
  await lockTranslation(tx, translationId);
  const at = now();
  const read = await readForPublication(tx, translationId, granted, { at, note });
  return read.ok ? ok(await store(tx, translationId, granted, read.value, at)) : read;
}

interface ToPublish {
  readonly snapshot: PublicationSnapshot;
  readonly unreviewed: number;
  readonly policy: NumberedPolicy;
}

async function readForPublication(
  tx: Queryable,
  translationId: TranslationId,
  { userId, projectId, role }: Granted,
  { at, note }: { readonly at: Date; readonly note: string },
): Promise<Result<ToPublish, PublishError>> {
  const policy = await findPolicy(tx, projectId);
  if (!mayPublish(policy, role)) return err({ code: "not-allowed" });
  const head = await findBitextHead(tx, translationId);
  const publisher = await findUser(tx, userId);
  const rows = await listPublishableSegments(tx, translationId);
  if (!head || !publisher) return err({ code: "not-found" });
  const approved = rows.filter((row) => row.approved).length;
  const openProposals = await countOpenProposals(tx, translationId);
  const gate = checkGate(policy, { segments: rows.length, approved, openProposals });
  if (!gate.ok) return gate;
  if (rows.every((row) => row.targetText.trim() === "")) return err({ code: "empty" });
  const snapshot = snapshotOf(head, rows, publisher.displayName, at);
  const described = await describeMaking(tx, translationId, snapshot, { policy, note });
  return ok({ snapshot: described, unreviewed: rows.length - approved, policy });
}

async function store(
  tx: Queryable,
  translationId: TranslationId,
  { userId, projectId }: Granted,
  { snapshot, unreviewed, policy }: ToPublish,
  at: Date,
): Promise<Published> {
  const share = reviewedShare(snapshot.segments);
  const stored = await appendPublication(tx, {
    translationId,
    snapshot,
    hash: textHash(JSON.stringify(snapshot)),
    reviewedShare: share,
    leastIndexed: policy.leastIndexed,
    publishedById: userId,
    at,
  });
  await replacePublishedTexts(tx, translationId, searchableTexts(snapshot));
  await appendEvent(
    tx,
    { kind: "user", userId, isAdmin: false },
    {
      type: "translation.published",
      projectId,
      subjectType: "translation",
      subjectId: translationId,
      payload: {
        publicationId: stored.id,
        number: stored.number,
        unreviewed,
        policyNumber: policy.number,
        snapshotHash: stored.snapshotHash,
      },
      at,
    },
  );
  return {
    publicationId: stored.id,
    number: stored.number,
    slug: snapshot.slug,
    targetLocale: snapshot.targetLocale,
    reviewedShare: share,
  };
}

/**
 * Takes a translation away from readers, and cancels the publication that is planned for it, so that it does not come
 * back by itself; the snapshot stays in the record. `not-published`: there was nothing, and what is planned stays.
 */
export async function withdrawPublication(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId },
): Promise<Result<null, { readonly code: AccessError | "not-published" }>> {
  const { translationId } = input;
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const { userId, projectId, role } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    if (!mayPublish(await findPolicy(tx, projectId), role)) return err({ code: "not-allowed" });
    // the plan before the translation, as who carries it out holds them: otherwise each waits for the other
    await lockWaitingPlan(tx, translationId);
    if (!(await setCurrentPublication(tx, translationId, null))) return err({ code: "not-published" });
    await replacePublishedTexts(tx, translationId, []);
    const by = { kind: "user", userId, isAdmin: false } as const;
    const about = { projectId, subjectType: "translation", subjectId: translationId, at } as const;
    await appendEvent(tx, by, { type: "translation.withdrawn", ...about });
    const planId = await cancelWaitingPlan(tx, translationId, at);
    if (planId)
      await appendEvent(tx, by, { type: "publication.plan-cancelled", ...about, payload: { planId } });
    return ok(null);
  });
}

/** What a publication would freeze now. */
export function snapshotOf(
  head: Omit<BitextHead, "may">,
  rows: readonly PublishableSegment[],
  publisherName: string,
  at: Date,
): PublicationSnapshot {
  const anchors = anchorsOf(rows);
  const segments = rows.map(
    (row, index): PublishedSegment => ({
      anchor: anchors[index] ?? "",
      sources: row.sources,
      target: targetParagraphs(row.targetText, formsOfTarget(row.kinds, row.sources)),
      origin: row.origin,
      review:
        row.approved && row.approverName && row.approvedAt
          ? { approverName: row.approverName, approvedAt: row.approvedAt.toISOString() }
          : null,
      revisionId: row.revisionId,
    }),
  );
  return {
    version: 1,
    slug: head.slug,
    projectName: head.projectName,
    sourceTitle: head.title,
    targetTitle: targetTitle(segments, head.targetCodes, head.title),
    sourceLocale: head.sourceLocale,
    targetLocale: head.targetLocale,
    mtEngine: head.mtEngine,
    publishedAt: at.toISOString(),
    publisherName,
    sourceCodes: head.sourceCodes,
    targetCodes: head.targetCodes,
    segments,
  };
}
