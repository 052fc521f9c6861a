import type { Role } from "@/lib/core/access/roles";
import type { ProjectId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "./client";

export interface ProjectRow {
  readonly id: ProjectId;
  readonly slug: string;
  readonly name: string;
}

export interface MemberRow {
  readonly userId: UserId;
  readonly displayName: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** All projects of the installation. */
export async function listProjectIds(db: Queryable): Promise<readonly ProjectId[]> {
  const { rows } = await db.query<{ id: ProjectId }>(`SELECT "id" FROM "Project"`);
  return rows.map((row) => row.id);
}

/** These projects by name. */
export async function listProjects(db: Queryable, ids: readonly ProjectId[]): Promise<readonly ProjectRow[]> {
  const { rows } = await db.query<ProjectRow>(
    `SELECT "id", "slug", "name" FROM "Project" WHERE "id" = ANY($1::uuid[]) ORDER BY "name", "id"`,
    [ids],
  );
  return rows;
}

/** The project, or null. */
export async function findProject(db: Queryable, id: ProjectId): Promise<ProjectRow | null> {
  const { rows } = await db.query<ProjectRow>(`SELECT "id", "slug", "name" FROM "Project" WHERE "id" = $1`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** Stores a project. @throws unique violation (23505) if the slug is taken. */
export async function appendProject(
  db: Queryable,
  project: { readonly slug: string; readonly name: string; readonly at: Date },
): Promise<ProjectId> {
  const { rows } = await db.query<{ id: ProjectId }>(
    `INSERT INTO "Project" ("slug", "name", "createdAt") VALUES ($1, $2, $3) RETURNING "id"`,
    [project.slug, project.name, project.at],
  );
  if (!rows[0]) throw new Error("a stored project has no id");
  return rows[0].id;
}

/** Members by display name. */
export async function listMembers(db: Queryable, projectId: ProjectId): Promise<readonly MemberRow[]> {
  const { rows } = await db.query<MemberRow>(
    `SELECT u."id" AS "userId", u."displayName", u."email", m."role", u."disabledAt" IS NOT NULL AS "disabled"
     FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     WHERE m."projectId" = $1 ORDER BY u."displayName", u."id"`,
    [projectId],
  );
  return rows;
}

/** Makes the person a member with this role, or changes the role. The role before, null for none. */
export async function setMember(
  db: Queryable,
  projectId: ProjectId,
  userId: UserId,
  role: Role,
  at: Date,
): Promise<Role | null> {
  const { rows } = await db.query<{ before: Role | null }>(
    `WITH before AS (SELECT "role" FROM "Membership" WHERE "projectId" = $1 AND "userId" = $2 FOR UPDATE)
     INSERT INTO "Membership" ("projectId", "userId", "role", "createdAt") VALUES ($1, $2, $3::"Role", $4)
     ON CONFLICT ("projectId", "userId") DO UPDATE SET "role" = EXCLUDED."role"
     RETURNING (SELECT "role" FROM before) AS "before"`,
    [projectId, userId, role, at],
  );
  return rows[0]?.before ?? null;
}

/** Ends a membership. The role it had, or null if there was none. */
export async function removeMember(
  db: Queryable,
  projectId: ProjectId,
  userId: UserId,
): Promise<Role | null> {
  const { rows } = await db.query<{ role: Role }>(
    `DELETE FROM "Membership" WHERE "projectId" = $1 AND "userId" = $2 RETURNING "role"`,
    [projectId, userId],
  );
  return rows[0]?.role ?? null;
}
