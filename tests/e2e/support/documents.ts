import path from "node:path";
import { test } from "@playwright/test";
import type { Bead } from "@/lib/core/alignment/bead";
import type { ProjectId, TranslationId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { findRunningDatabase } from "@/lib/db/embedded/running-database";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { oneToOne, plainSide } from "@/tests/support/paired-texts";
import { account, type Person } from "./people";

/** The database of the server under test. Close it. */
export function serverDatabase(): Database {
  const running = findRunningDatabase(path.resolve(process.env.E2E_DATA_DIR ?? ""));
  if (!running) throw new Error("the server under test has no database");
  return connect(running.url, 2);
}

export interface TestDocument {
  readonly translationId: TranslationId;
  readonly slug: string;
  /** Where the workbench shows it. */
  readonly review: string;
}

interface DocumentOptions {
  readonly importer?: Person;
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
  /** The sample's project by default. */
  readonly projectId?: ProjectId;
}

/** A document of a test's own in the sample project, one row per pair, imported by `importer`. */
export function createDocument(
  title: string,
  rows: readonly (readonly [string, string])[],
  options: DocumentOptions = {},
): Promise<TestDocument> {
  const [source, target] = [rows.map(([text]) => text), rows.map(([, text]) => text)];
  return createAligned(title, source, target, oneToOne(rows.length), options);
}

/** The same with the rows that an alignment gives. */
export async function createAligned(
  title: string,
  source: readonly string[],
  target: readonly string[],
  beads: readonly Bead[],
  { importer = "admin", sourceLocale = "de", targetLocale = "en", projectId }: DocumentOptions = {},
): Promise<TestDocument> {
  const db = serverDatabase();
  try {
    const id = projectId ?? (await db.prisma.project.findFirstOrThrow({ orderBy: { createdAt: "asc" } })).id;
    const user = await db.prisma.user.findUniqueOrThrow({ where: { email: account(importer).email } });
    // a second try finds its own document by the title, not the one that the first try has left
    if (test.info().retry > 0)
      await db.prisma.document.updateMany({ where: { title }, data: { title: "An earlier try" } });
    const saved = await inTransaction(db, (tx) =>
      saveBitext(
        tx,
        {
          projectId: id as ProjectId,
          settings: { title, sourceLocale, targetLocale, mtEngine: "Probe MT" },
          source: plainSide(source),
          target: plainSide(target),
          beads,
          existing: null,
        },
        user.id as UserId,
        new Date(),
      ),
    );
    return {
      translationId: saved.translationId,
      slug: saved.slug ?? "",
      review: `/en/review/${saved.translationId}`,
    };
  } finally {
    await db.close();
  }
}

/** Publishes a document as its editor, as it stands. */
export async function publishDocument(document: TestDocument): Promise<TestDocument> {
  const db = serverDatabase();
  try {
    const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: account("editor").email } });
    const published = await publishTranslation(
      { actor: { kind: "user", userId: id as UserId, isAdmin: false }, db, now: () => new Date() },
      { translationId: document.translationId },
    );
    if (!published.ok) throw new Error(`not published: ${published.error.code}`);
    return document;
  } finally {
    await db.close();
  }
}

/** The first row of a translation. */
export async function firstSegment(translationId: string): Promise<string> {
  const db = serverDatabase();
  try {
    const { id } = await db.prisma.segment.findFirstOrThrow({ where: { translationId, position: 0 } });
    return id;
  } finally {
    await db.close();
  }
}
