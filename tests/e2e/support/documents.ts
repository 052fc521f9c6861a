import path from "node:path";
import type { TranslationId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { findRunningDatabase } from "@/lib/db/embedded/running-database";
import { saveBitext } from "@/lib/services/translations/save-bitext";
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

/** A document of a test's own in the sample project, one row per pair, imported by `importer`. */
export async function createDocument(
  title: string,
  rows: readonly (readonly [string, string])[],
  {
    importer = "admin",
    sourceLocale = "de",
    targetLocale = "en",
  }: {
    importer?: Person;
    sourceLocale?: string;
    targetLocale?: string;
  } = {},
): Promise<TestDocument> {
  const db = serverDatabase();
  try {
    const project = await db.prisma.project.findFirstOrThrow();
    const user = await db.prisma.user.findUniqueOrThrow({ where: { email: account(importer).email } });
    const side = (texts: readonly string[]) => ({
      paragraphs: texts.map((text) => ({ kind: "paragraph" as const, level: 0, text })),
      codes: [],
    });
    const saved = await inTransaction(db, (tx) =>
      saveBitext(
        tx,
        {
          projectId: project.id as Parameters<typeof saveBitext>[1]["projectId"],
          settings: { title, sourceLocale, targetLocale, mtEngine: "Probe MT" },
          source: side(rows.map(([source]) => source)),
          target: side(rows.map(([, target]) => target)),
          beads: rows.map((_, i) => ({
            sourceFrom: i,
            sourceTo: i + 1,
            targetFrom: i,
            targetTo: i + 1,
            confidence: 1,
          })),
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
