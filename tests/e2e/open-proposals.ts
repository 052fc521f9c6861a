import { randomUUID } from "node:crypto";
import type { RevisionId, UserId } from "@/lib/core/shared/ids";
import type { Database } from "@/lib/db/client";
import type { ServiceContext } from "@/lib/services/context";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { reviseProposal } from "@/lib/services/proposals/revise-proposal";
import { readRows, readSegment } from "@/lib/services/translations/read-bitext";
import { serverDatabase, type TestDocument } from "./support/documents";
import { account, type Person } from "./support/people";

/** Somebody of the sample, or an account of a test's own. */
type Who = Person | { readonly email: string };

async function contextOf(db: Database, person: Who): Promise<ServiceContext> {
  const user = await db.prisma.user.findUniqueOrThrow({
    where: { email: (typeof person === "string" ? account(person) : person).email },
  });
  return {
    actor: { kind: "user", userId: user.id as UserId, isAdmin: user.isAdmin },
    db,
    now: () => new Date(),
  };
}

async function rowOf(ctx: ServiceContext, document: TestDocument, index: number) {
  const rows = await readRows(ctx, document.translationId, index, index + 1);
  const row = rows.ok ? rows.value[0] : undefined;
  if (!row) throw new Error(`no row ${index}`);
  return row;
}

/** Runs something as a person on the server's database, beside the browser. */
async function beside<T>(person: Who, act: (ctx: ServiceContext) => Promise<T>): Promise<T> {
  const db = serverDatabase();
  try {
    return await act(await contextOf(db, person));
  } finally {
    await db.close();
  }
}

/** Proposes another text for row `index` on what is current now. */
export const propose = (by: Who, document: TestDocument, index: number, targetText: string) =>
  beside(by, async (ctx) => {
    const row = await rowOf(ctx, document, index);
    const made = await createProposal(ctx, {
      segmentId: row.id,
      baseRevisionId: row.revisionId,
      targetText,
      comment: "",
      reason: null,
      idempotencyKey: randomUUID(),
    });
    if (!made.ok) throw new Error(made.error.code);
  });

/** Changes the one open proposal of row `index`, which must be this person's. */
export const revise = (by: Person, document: TestDocument, index: number, targetText: string) =>
  beside(by, async (ctx) => {
    const found = await openProposal(ctx, document, index);
    const changed = await reviseProposal(ctx, {
      proposalId: found.id,
      version: found.version,
      baseRevisionId: found.baseRevisionId as RevisionId,
      targetText,
      comment: "",
      reason: null,
    });
    if (!changed.ok) throw new Error(changed.error.code);
  });

/** Accepts the open proposal of row `index` elsewhere. */
export const acceptElsewhere = (by: Person, document: TestDocument, index: number) =>
  beside(by, async (ctx) => {
    const { id, version, textHash, baseRevisionId } = await openProposal(ctx, document, index);
    const done = await acceptProposal(ctx, {
      proposalId: id,
      seen: { version, textHash, baseRevisionId },
      note: "",
    });
    if (!done.ok) throw new Error(done.error.code);
  });

/** What stands in row `index` now. */
export const currentRow = (document: TestDocument, index: number, by: Who = "editor") =>
  beside(by, (ctx) => rowOf(ctx, document, index));

async function openProposal(ctx: ServiceContext, document: TestDocument, index: number) {
  const detail = await readSegment(ctx, (await rowOf(ctx, document, index)).id);
  const [proposal] = detail.ok ? detail.value.proposals : [];
  if (!proposal) throw new Error(`row ${index} has no open proposal`);
  return proposal;
}
