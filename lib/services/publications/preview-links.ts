import { readPreviewToken, signPreview } from "@/lib/auth/preview-token";
import { type AccessError, checkPermission } from "@/lib/core/access/permissions";
import type { PreviewHours } from "@/lib/core/publication/plan";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import type { PreviewId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { findBitextHead } from "@/lib/db/bitext/head";
import { inTransaction } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import { appendPreviewLink, findPreviewed, type LinkMaker, revokePreviewLink } from "@/lib/db/preview-links";
import { listPublishableSegments } from "@/lib/db/publications";
import { authorize } from "../authorize";
import type { ServiceContext } from "../context";
import { snapshotOf } from "./publish-translation";

const HOUR_MS = 3_600_000;

/**
 * Makes a link with which anybody can read the draft of a translation for some hours. The token is told once: only its
 * link is stored.
 */
export async function createPreviewLink(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId; readonly hours: PreviewHours },
  secret: string,
): Promise<Result<{ readonly token: string; readonly expiresAt: Date }, { readonly code: AccessError }>> {
  const { translationId, hours } = input;
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const at = ctx.now();
  const expiresAt = new Date(Math.ceil((at.getTime() + hours * HOUR_MS) / 1000) * 1000);
  const id = await inTransaction(ctx.db, async (tx) => {
    const made = await appendPreviewLink(tx, { translationId, createdById: userId, at, expiresAt });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: "preview.created",
        projectId,
        subjectType: "translation",
        subjectId: translationId,
        payload: { previewId: made, expiresAt: expiresAt.toISOString() },
        at,
      },
    );
    return made;
  });
  return ok({ token: signPreview({ id, expiresAt }, secret), expiresAt });
}

/** Ends a link at once. `changed-meanwhile`: it works no more already. */
export async function revokePreview(
  ctx: ServiceContext,
  input: { readonly translationId: TranslationId; readonly previewId: PreviewId },
): Promise<Result<null, { readonly code: AccessError | "changed-meanwhile" }>> {
  const { translationId, previewId } = input;
  const granted = await authorize(ctx, { kind: "translation", id: translationId }, "translation.publish");
  if (!granted.ok) return granted;
  const { userId, projectId } = granted.value;
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    if (!(await revokePreviewLink(tx, translationId, previewId, at)))
      return err({ code: "changed-meanwhile" });
    await appendEvent(
      tx,
      { kind: "user", userId, isAdmin: false },
      {
        type: "preview.revoked",
        projectId,
        subjectType: "translation",
        subjectId: translationId,
        payload: { previewId },
        at,
      },
    );
    return ok(null);
  });
}

/** May whoever made a link still make one? If not, their links show nothing any more. */
export const mayStillShow = ({ userId, isAdmin, disabled, role }: LinkMaker): boolean =>
  !disabled && checkPermission({ kind: "user", userId, isAdmin }, role, "translation.publish").ok;

/**
 * The draft as readers would get it, for whoever has the token. `invalid`: not one of ours, changed, taken back, or
 * made by somebody who may not show it any more; `expired`: its time is over.
 */
export async function readPreview(
  ctx: Pick<ServiceContext, "db" | "now">,
  input: { readonly token: string },
  secret: string,
): Promise<
  Result<
    { readonly snapshot: PublicationSnapshot; readonly expiresAt: Date },
    { readonly code: "invalid" | "expired" }
  >
> {
  const claim = readPreviewToken(input.token, secret);
  if (!claim) return err({ code: "invalid" });
  const at = ctx.now();
  if (claim.expiresAt <= at) return err({ code: "expired" });
  const link = await findPreviewed(ctx.db.pool, claim.id, at);
  if (!link || !mayStillShow(link.maker)) return err({ code: "invalid" });
  const { translationId } = link;
  const head = await findBitextHead(ctx.db.pool, translationId);
  if (!head) return err({ code: "invalid" });
  const rows = await listPublishableSegments(ctx.db.pool, translationId);
  return ok({ snapshot: snapshotOf(head, rows, "", at), expiresAt: claim.expiresAt });
}
