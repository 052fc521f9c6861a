/**
 * Accepting proposals on different segments, 32 at a time, beside plain updates of one row by
 * its key, on a durable database of its own: `npx tsx tests/bench/approval.ts`. The bar: an
 * accept, with its authorisation and its checks, reaches 0.35 of the plain statements per second.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";
import { migrate } from "@/lib/db/migrate";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser } from "@/lib/db/users";
import type { ServiceContext } from "@/lib/services/context";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { textHash } from "@/lib/services/text-hash";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { pairedTexts } from "@/tests/support/paired-texts";

const AT_ONCE = 32;
const ROUNDS = 5;
const PER_ROUND = AT_ONCE * 20;
const BAR = 0.35;
const TEXT =
  "Since 1874 the wheel at the mill has been turning, and since 1874 the millers have argued. ".repeat(3);

interface Task {
  readonly segmentId: SegmentId;
  readonly proposalId: ProposalId;
  readonly baseRevisionId: RevisionId;
  readonly targetText: string;
}

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** Runs an act for each task, `AT_ONCE` at a time. Times in milliseconds. */
async function measure(tasks: readonly Task[], act: (task: Task) => Promise<unknown>): Promise<Figures> {
  const waiting = [...tasks];
  const times: number[] = [];
  const began = performance.now();
  const lane = async () => {
    for (let task = waiting.pop(); task; task = waiting.pop()) {
      const start = performance.now();
      await act(task);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: tasks.length / seconds, p50: quantile(0.5), p95: quantile(0.95) };
}

/** A translation with `count` segments, each with an open proposal of a translator. */
async function seed(db: Database, count: number) {
  const at = new Date();
  const projectId = await appendProject(db.pool, { slug: "bench", name: "Bench", at });
  const person = async (name: string, role: "translator" | "editor" | "admin"): Promise<ServiceContext> => {
    const email = `${name}@example.org`;
    const userId = await appendUser(db.pool, {
      email,
      displayName: name,
      passwordHash: null,
      isAdmin: false,
      at,
    });
    await setMember(db.pool, projectId, userId, role, at);
    return { actor: { kind: "user", userId, isAdmin: false }, db, now: () => new Date() };
  };
  const translator = await person("translator", "translator");
  const editor = await person("editor", "editor");
  const importer = await person("importer", "admin");
  const texts = Array.from({ length: count }, (_, i) => `${i} ${TEXT}`);
  const importerId = importer.actor?.kind === "user" ? importer.actor.userId : ("" as UserId);
  const { translationId } = await inTransaction(db, (tx) =>
    saveBitext(
      tx,
      {
        projectId,
        settings: { title: "Bench", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
        ...pairedTexts(texts.map((text) => [text, text])),
        existing: null,
      },
      importerId,
      at,
    ),
  );
  const { rows } = await db.pool.query<{ id: SegmentId; revisionId: RevisionId }>(
    `SELECT "id", "currentRevisionId" AS "revisionId" FROM "Segment" WHERE "translationId" = $1 ORDER BY "position"`,
    [translationId],
  );
  const tasks: Task[] = [];
  for (const { id: segmentId, revisionId: baseRevisionId } of rows) {
    const targetText = `${tasks.length} ${TEXT.replace("argued", "quarrelled")}`;
    const idempotencyKey = randomUUID();
    const text = { targetText, comment: "", reason: null };
    const made = await createProposal(translator, { segmentId, baseRevisionId, ...text, idempotencyKey });
    if (!made.ok) throw new Error(`cannot propose: ${made.error.code}`);
    tasks.push({ segmentId, proposalId: made.value.id, baseRevisionId, targetText });
  }
  return { tasks, editor };
}

const dataDir = mkdtempSync(path.join(tmpdir(), "gegenlesen-bench-"));
const server = await startEmbedded(dataDir, { purpose: "bench" });
await migrate(server.url, path.resolve(import.meta.dirname, "../../prisma/migrations"));
const db = connect(server.url);
try {
  const { tasks, editor } = await seed(db, ROUNDS * PER_ROUND);
  const plain = ({ segmentId }: Task) =>
    db.pool.query(`UPDATE "Segment" SET "updatedAt" = $2 WHERE "id" = $1`, [segmentId, new Date()]);
  const accept = async ({ proposalId, baseRevisionId, targetText }: Task) => {
    const seen = { version: 1, textHash: textHash(targetText), baseRevisionId };
    const accepted = await acceptProposal(editor, { proposalId, seen, note: "" });
    if (!accepted.ok) throw new Error(`not accepted: ${accepted.error.code}`);
  };
  const ratios: number[] = [];
  console.log(`${AT_ONCE} at a time, ${PER_ROUND} per round, ten connections\n`);
  console.log("| round | plain/s | p50 ms | p95 ms | accept/s | p50 ms | p95 ms | ratio |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (let round = 0; round < ROUNDS; round++) {
    const own = tasks.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
    const [before, accepts] = [await measure(own, plain), await measure(own, accept)];
    const ratio = accepts.perSecond / before.perSecond;
    ratios.push(ratio);
    const cells = [before, accepts].flatMap(({ perSecond, p50, p95 }) => [
      perSecond.toFixed(0),
      p50.toFixed(1),
      p95.toFixed(1),
    ]);
    console.log(`| ${round + 1} | ${cells.join(" | ")} | ${ratio.toFixed(2)} |`);
  }
  const median = ratios.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  console.log(`\nmedian ratio ${median.toFixed(2)}, bar ${BAR}: ${median >= BAR ? "held" : "NOT held"}`);
} finally {
  await db.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
