import { createHash, randomUUID } from "node:crypto";
import type { TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Database } from "@/lib/db/client";
import type { ServiceContext } from "@/lib/services/context";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readRows } from "@/lib/services/translations/read-bitext";
import { serverDatabase } from "./documents";
import { account, type Person } from "./people";

/** Corrects row `number` of a translation, has an editor accept that, and publishes it with the editor's note. */
export async function correctAndPublish(
  translationId: TranslationId,
  number: number,
  targetText: string,
  note: string,
): Promise<void> {
  const db = serverDatabase();
  try {
    const [ctx, author] = [await contextOf(db, "editor"), await contextOf(db, "translator")];
    const [row] = await must(readRows(ctx, translationId, number - 1, number));
    if (!row) throw new Error(`no row ${number}`);
    const proposed = await must(
      createProposal(author, {
        segmentId: row.id,
        baseRevisionId: row.revisionId,
        targetText,
        comment: "",
        reason: null,
        idempotencyKey: randomUUID(),
      }),
    );
    const textHash = createHash("sha256").update(targetText).digest("hex");
    const seen = { version: proposed.version, textHash, baseRevisionId: row.revisionId };
    await must(acceptProposal(ctx, { proposalId: proposed.id, seen, note: "" }));
    await must(publishTranslation(ctx, { translationId, note }));
  } finally {
    await db.close();
  }
}

async function contextOf(db: Database, person: Person): Promise<ServiceContext> {
  const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: account(person).email } });
  return { actor: { kind: "user", userId: id as UserId, isAdmin: false }, db, now: () => new Date() };
}

async function must<T>(
  outcome: Promise<
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
  >,
): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`not done: ${JSON.stringify(result.error)}`);
  return result.value;
}
