import type { Actor, Role } from "@/lib/core/access/roles";
import type { ProjectId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import { connect, type Database, inTransaction } from "@/lib/db/client";
import { appendProject, setMember } from "@/lib/db/projects";
import { appendUser } from "@/lib/db/users";
import type { ServiceContext } from "@/lib/services/context";
import { readBitext, readRows } from "@/lib/services/translations/read-bitext";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { testDatabase } from "./database";
import { pairedTexts } from "./paired-texts";

export const NOW = new Date("2026-03-04T05:06:07.000Z");

/** A database of its own with one project, one person per role (and a few spare ones), and a short bitext. */
export interface Scenario {
  readonly db: Database;
  readonly url: string;
  readonly projectId: ProjectId;
  readonly translationId: TranslationId;
  readonly segmentIds: readonly SegmentId[];
  readonly people: Readonly<Record<PersonName, UserId>>;
  as(name: PersonName | null): ServiceContext;
  close(): Promise<void>;
}

export const PEOPLE = {
  importer: "admin",
  reader: "reader",
  translator: "translator",
  translator2: "translator",
  editor: "editor",
  editor2: "editor",
  admin: "admin",
  stranger: null,
} as const satisfies Record<string, Role | null>;
export type PersonName = keyof typeof PEOPLE;

const TEXTS: readonly (readonly [string, string])[] = [
  ["Der Zug aus Triest", "The train from Trieste"],
  ["Er fährt um 15.40 Uhr ab.", "It departs at 15.40 clock."],
  ["Niemand hat ihn je verpasst.", "Nobody has ever missed it."],
  ["Das Dach ist aus Glas.", "The roof is made of glass."],
];

/** Sets the scenario up. `rows` replaces the texts (pairs of source and machine translation). */
export async function scenario(rows: readonly (readonly [string, string])[] = TEXTS): Promise<Scenario> {
  const { url, drop } = await testDatabase();
  const db = connect(url);
  const projectId = await appendProject(db.pool, { slug: "probe", name: "Probe", at: NOW });
  const people = {} as Record<PersonName, UserId>;
  for (const [name, role] of Object.entries(PEOPLE) as [PersonName, Role | null][]) {
    people[name] = await appendUser(db.pool, {
      email: `${name}@example.org`,
      displayName: name,
      passwordHash: null,
      isAdmin: false,
      at: NOW,
    });
    if (role) await setMember(db.pool, projectId, people[name], role, NOW);
  }
  const { translationId } = await inTransaction(db, (tx) =>
    saveBitext(
      tx,
      {
        projectId,
        settings: { title: rows[0]?.[0] ?? "", sourceLocale: "de", targetLocale: "en", mtEngine: "Probe MT" },
        ...pairedTexts(rows),
        existing: null,
      },
      people.importer,
      NOW,
    ),
  );
  const as = (name: PersonName | null): ServiceContext => ({
    actor: name === null ? null : ({ kind: "user", userId: people[name], isAdmin: false } satisfies Actor),
    db,
    now: () => NOW,
  });
  // as the database does by itself within a minute: without statistics long texts are read slowly
  await db.pool.query("ANALYZE");
  const bitext = await readBitext(as("reader"), translationId);
  if (!bitext.ok) throw new Error(`cannot read the scenario: ${bitext.error.code}`);
  return {
    db,
    url,
    projectId,
    translationId,
    segmentIds: bitext.value.entries.map((entry) => entry.id),
    people,
    as,
    close: async () => {
      await db.close();
      await drop();
    },
  };
}

/** Row `index` as it stands. */
export async function rowAt(the: Scenario, index: number) {
  const rows = await readRows(the.as("reader"), the.translationId, index, index + 1);
  const row = rows.ok ? rows.value[0] : undefined;
  if (!row) throw new Error(`no row ${index}`);
  return row;
}
