import type { SegmentId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser } from "@/lib/db/users";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { pairedTexts } from "@/tests/support/paired-texts";
import type { FaultWriter } from "./fault-writer";

const SEGMENTS = 15_000;
const TRANSLATOR = "translator@example.org";
const AT = new Date("2026-03-04T05:06:07.000Z");

interface Place {
  readonly segmentId: SegmentId;
  readonly revisionId: Parameters<typeof createProposal>[1]["baseRevisionId"];
}

let places: readonly Place[] = [];
let taken = 0;

/** Proposals through the service that the workbench calls, each on a segment of its own. The id is the text. */
export const proposalWriter: FaultWriter = {
  prepare: (url) =>
    once(url, async (db) => {
      await prepareBitext(db);
      const { rows } = await db.pool.query<Place>(
        `SELECT "id" AS "segmentId", "currentRevisionId" AS "revisionId" FROM "Segment" ORDER BY "position"`,
      );
      places = rows;
      taken = 0;
    }),
  acknowledged: (ids) => ids.map((id) => ({ kind: "proposal", id })),
  open: async (url) => {
    const db = connect(url, 1);
    const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: TRANSLATOR } });
    const ctx = {
      actor: { kind: "user" as const, userId: id as UserId, isAdmin: false },
      db,
      now: () => new Date(),
    };
    return {
      write: async (targetText) => {
        const place = places[taken++];
        if (!place) throw new Error("more writes than segments");
        const result = await createProposal(ctx, {
          segmentId: place.segmentId,
          baseRevisionId: place.revisionId,
          targetText,
          comment: "",
          reason: null,
          idempotencyKey: targetText,
        });
        if (!result.ok) throw new Error(result.error.code);
      },
      close: () => db.close(),
    };
  },
  /** Only proposals that are there as a whole: with their contributor and exactly one event. */
  listFound: (url) =>
    once(url, async (db) => {
      // the kills left no time for statistics, without which the plan takes minutes
      await db.pool.query(`ANALYZE "Proposal", "ProposalContributor", "Event"`);
      const { rows } = await db.pool.query<{ text: string }>(
        `WITH logged AS (
           SELECT "subjectId" FROM "Event" WHERE "subjectType" = 'proposal' GROUP BY "subjectId" HAVING count(*) = 1
         )
         SELECT p."targetText" AS "text" FROM "Proposal" p
         JOIN "ProposalContributor" c ON c."proposalId" = p."id" AND c."userId" = p."authorId"
         JOIN logged ON logged."subjectId" = p."id"::text`,
      );
      return rows.map(({ text }) => text);
    }),
};

async function once<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = connect(url, 2);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function prepareBitext(db: Database): Promise<void> {
  const projectId = await appendProject(db.pool, { slug: "fault", name: "Fault", at: AT });
  const person = (email: string) =>
    appendUser(db.pool, { email, displayName: email, passwordHash: null, isAdmin: false, at: AT });
  const [importer, translator] = [await person("importer@example.org"), await person(TRANSLATOR)];
  await setMember(db.pool, projectId, translator, "translator", AT);
  const texts = Array.from({ length: SEGMENTS }, (_, i) => `Satz ${i}.`);
  await inTransaction(db, (tx) =>
    saveBitext(
      tx,
      {
        projectId,
        settings: { title: "Fault", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
        ...pairedTexts(texts.map((text) => [text, text])),
        existing: null,
      },
      importer,
      AT,
    ),
  );
}
