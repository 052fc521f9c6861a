import type { Bead } from "@/lib/core/alignment/bead";
import type { ProjectId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { findDocument } from "@/lib/db/documents/read";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser, findUserByEmail, hasUsers, setAdministrator } from "@/lib/db/users";
import type { ServiceContext } from "../context";
import { publishTranslation } from "../publications/publish-translation";
import { saveBitext } from "../translations/save-bitext";
import { hashPassword, verifyPassword } from "../users/password";
import { playAct } from "./play-act";
import {
  readActs,
  readSample,
  readSampleText,
  type Sample,
  type SampleTranslation,
  sampleFolder,
} from "./sample-files";

/** An account of the sample project, to be shown at the start. */
export interface SampleSignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Loads the sample project into a database without any account, through the same services
 * that people use, and gives its sign-ins. In any other database it writes nothing and
 * gives those of the sample's sign-ins that still work. Two at once load it once.
 */
export async function loadSample(databaseUrl: string): Promise<readonly SampleSignIn[]> {
  const folder = sampleFolder(process.cwd());
  const sample = readSample(folder);
  const db = connect(databaseUrl);
  try {
    const people = await storePeople(db, sample);
    if (!people) return await workingSignIns(db, sample);
    const clock = clockOf(sample, folder);
    for (const article of sample.articles) await loadArticle(db, sample, article, people, folder, clock);
    return signIns(sample);
  } finally {
    await db.close();
  }
}

/** The time in the sample: its acts stand some minutes apart, as if people had read before they decided, and end now. */
interface Clock {
  readonly now: () => Date;
  readonly next: () => void;
}

const ACT_MS = 3 * 60_000;

function clockOf(sample: Sample, folder: string): Clock {
  const acts = sample.articles.flatMap(({ translations }) =>
    translations.flatMap((one) => readActs(folder, one)),
  );
  let at = Date.now() - acts.length * ACT_MS;
  return {
    now: () => new Date(at),
    next: () => {
      at += ACT_MS;
    },
  };
}

interface People {
  readonly projectId: ProjectId;
  readonly ids: Readonly<Record<string, UserId>>;
}

/** Accounts and project in one transaction; null if there is an account already. */
async function storePeople(db: Database, sample: Sample): Promise<People | null> {
  const passwordHash = await hashPassword(sample.password);
  const at = new Date();
  return inTransaction(db, async (tx) => {
    await tx.query(`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`);
    if (await hasUsers(tx)) return null;
    const projectId = await appendProject(tx, { ...sample.project, at });
    const ids: Record<string, UserId> = {};
    for (const account of sample.accounts) {
      const id = await appendUser(tx, { ...account, passwordHash, isAdmin: false, at });
      ids[account.id] = id;
      await setMember(tx, projectId, id, account.role, at);
      if (account.role === "admin") await setAdministrator(tx, id, true);
    }
    return { projectId, ids };
  });
}

async function loadArticle(
  db: Database,
  sample: Sample,
  article: Sample["articles"][number],
  people: People,
  folder: string,
  clock: Clock,
): Promise<void> {
  const source = readSampleText(folder, article.source);
  const importer = personId(people, sample.importedBy);
  let existing: Parameters<typeof saveBitext>[1]["existing"] = null;
  for (const one of article.translations) {
    const saved = await inTransaction(db, (tx) =>
      saveBitext(
        tx,
        {
          projectId: people.projectId,
          slug: article.slug,
          settings: {
            title: article.title,
            sourceLocale: article.sourceLocale,
            targetLocale: one.locale,
            mtEngine: one.engine,
          },
          source,
          target: readSampleText(folder, one.file),
          beads: one.beads.map(toBead(one.beads)),
          existing,
        },
        importer,
        clock.now(),
      ),
    );
    const document = await findDocument(db.pool, saved.documentId);
    if (document) existing = { documentId: saved.documentId, paragraphIds: document.paragraphIds };
    await review(db, people, one, saved.translationId, folder, clock);
  }
}

/** Plays the acts and publishes where the sample says so. */
async function review(
  db: Database,
  people: People,
  one: SampleTranslation,
  translationId: TranslationId,
  folder: string,
  clock: Clock,
): Promise<void> {
  const as = (id: string): ServiceContext => ({
    actor: { kind: "user", userId: personId(people, id), isAdmin: false },
    db,
    now: clock.now,
  });
  const { rows } = await db.pool.query<{ id: SegmentId }>(
    `SELECT "id" FROM "Segment" WHERE "translationId" = $1 ORDER BY "position"`,
    [translationId],
  );
  for (const act of readActs(folder, one)) {
    const target = "targetParagraph" in act ? act.targetParagraph : undefined;
    const segment = one.beads.findIndex(([sources, targets]) =>
      act.paragraph === null
        ? target !== undefined && targets.includes(target)
        : sources.includes(act.paragraph),
    );
    const segmentId = rows[segment]?.id;
    if (!segmentId) throw new Error(`no segment for ${JSON.stringify(act)}`);
    await playAct(act, segmentId, as);
    clock.next();
  }
  if (one.publishedBy) {
    const published = await publishTranslation(as(one.publishedBy), { translationId });
    if (!published.ok) throw new Error(`cannot publish the sample: ${published.error.code}`);
  }
}

/** Turns lists of paragraph numbers into runs; an empty side stands where the side before it ended. */
function toBead(
  all: SampleTranslation["beads"],
): (bead: SampleTranslation["beads"][number], index: number) => Bead {
  return ([sources, targets], index) => {
    const before = all.slice(0, index);
    const sourceFrom = before.reduce((sum, [list]) => sum + list.length, 0);
    const targetFrom = before.reduce((sum, [, list]) => sum + list.length, 0);
    return {
      sourceFrom,
      sourceTo: sourceFrom + sources.length,
      targetFrom,
      targetTo: targetFrom + targets.length,
      confidence: 1,
    };
  };
}

function personId(people: People, id: string): UserId {
  const found = people.ids[id];
  if (!found) throw new Error(`the sample has no account "${id}"`);
  return found;
}

const signIns = (sample: Sample): SampleSignIn[] =>
  sample.accounts.map(({ role, email }) => ({ role, email, password: sample.password }));

async function workingSignIns(db: Database, sample: Sample): Promise<readonly SampleSignIn[]> {
  const checked = await Promise.all(
    signIns(sample).map(async (signIn) => {
      const user = await findUserByEmail(db.pool, signIn.email);
      const works = user && !user.disabled && (await verifyPassword(user.passwordHash, sample.password));
      return works ? [signIn] : [];
    }),
  );
  return checked.flat();
}
