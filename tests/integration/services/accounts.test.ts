import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "@/lib/core/shared/ids";
import { connect, type Database } from "@/lib/db/client";
import type { ServiceContext } from "@/lib/services/context";
import { createProject, readProject, removeMember, setMember } from "@/lib/services/projects/manage-projects";
import {
  changeUser,
  createFirstAdministrator,
  createUser,
  listUsers,
  needsFirstAdministrator,
} from "@/lib/services/users/manage-users";
import { changeOwnPassword } from "@/lib/services/users/own-account";
import { readSession } from "@/lib/services/users/read-session";
import { FREE_ATTEMPTS, signInWithPassword } from "@/lib/services/users/sign-in";
import { signInWithIdentity } from "@/lib/services/users/sign-in-with-identity";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const PASSWORD = "correct horse battery";
const account = (name: string) => ({
  email: `${name}@example.org`,
  displayName: name,
  password: PASSWORD,
  isAdmin: false,
});

let database: TestDatabase;
let db: Database;
let admin: ServiceContext;
let adminId: UserId;

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

beforeAll(async () => {
  database = await testDatabase();
  db = connect(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

it("asks for the first administrator exactly once, also when three ask at the same moment", async () => {
  const ctx = { db, now: () => new Date() };
  expect(await needsFirstAdministrator(ctx)).toBe(true);
  const results = await Promise.all(
    ["one", "two", "three"].map((name) => createFirstAdministrator(ctx, account(name))),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok).map((r) => (r.ok ? null : r.error.code))).toEqual([
    "closed",
    "closed",
  ]);
  expect(await needsFirstAdministrator(ctx)).toBe(false);
  adminId = value(results.find((result) => result.ok) ?? { ok: false, error: "none" });
  admin = { ...ctx, actor: { kind: "user", userId: adminId, isAdmin: true } };
  expect(value(await listUsers(admin))).toHaveLength(1);
});

describe("signing in with a password", () => {
  const signIn = (email: string, password: string, networkAddress: string | null = null) =>
    signInWithPassword({ db, now: () => new Date() }, { email, password, networkAddress });

  beforeAll(async () => {
    for (const name of ["petra", "quirin", "rosa", "sven"]) value(await createUser(admin, account(name)));
  });

  it("takes the right password, whatever the case of the address, and nothing else", async () => {
    expect(await signIn(" Petra@Example.ORG ", PASSWORD)).toMatchObject({
      ok: true,
      value: { displayName: "petra" },
    });
    for (const [email, password] of [
      ["petra@example.org", `${PASSWORD} `],
      ["petra@example.org", ""],
      ["nobody@example.org", PASSWORD],
      ["petra＠example.org", PASSWORD],
      ["petra@example.org\0", PASSWORD],
    ] as const) {
      expect(await signIn(email, password)).toEqual({ ok: false, error: { code: "wrong-credentials" } });
    }
  });

  it("reads a password the same in both Unicode forms", async () => {
    const id = value(await createUser(admin, { ...account("uwe"), password: "Grüße aus Köln!" }));
    expect(await signIn("uwe@example.org", "Grüße aus Köln!".normalize("NFD"))).toMatchObject({
      value: { userId: id },
    });
  });

  it("slows guessing down per account, and lets other accounts in meanwhile", async () => {
    for (let i = 0; i < FREE_ATTEMPTS.account; i++) await signIn("quirin@example.org", "wrong password");
    expect(await signIn("quirin@example.org", PASSWORD)).toMatchObject({
      error: { code: "too-many-attempts" },
    });
    expect(await signIn("rosa@example.org", PASSWORD)).toMatchObject({ ok: true });
  });

  it("slows guessing down per network address over many accounts", async () => {
    for (let i = 0; i < FREE_ATTEMPTS.address; i++)
      await signIn(`guess${i}@example.org`, "wrong", "192.0.2.7");
    expect(await signIn("rosa@example.org", PASSWORD, "192.0.2.7")).toMatchObject({
      error: { code: "too-many-attempts" },
    });
    expect(await signIn("rosa@example.org", PASSWORD, "192.0.2.8")).toMatchObject({ ok: true });
  });

  it("counts guesses that come all at once like guesses one after the other", async () => {
    value(await createUser(admin, account("umut")));
    const guesses = await Promise.all(
      Array.from({ length: FREE_ATTEMPTS.account * 4 }, () => signIn("umut@example.org", "wrong password")),
    );
    const codes = guesses.map((guess) => (guess.ok ? "ok" : guess.error.code));
    expect(codes.filter((code) => code === "wrong-credentials")).toHaveLength(FREE_ATTEMPTS.account);
    expect(codes.filter((code) => code === "too-many-attempts")).toHaveLength(FREE_ATTEMPTS.account * 3);
  });

  it("does not count successes against a network address", async () => {
    value(await createUser(admin, account("vroni")));
    for (let i = 0; i < FREE_ATTEMPTS.address + 1; i++) {
      expect(await signIn("vroni@example.org", PASSWORD, "192.0.2.9")).toMatchObject({ ok: true });
    }
  });

  it("ends every session at once when the account is disabled or the password changes", async () => {
    const first = value(await signIn("sven@example.org", PASSWORD));
    const token = { userId: first.userId, sessionVersion: first.sessionVersion };
    expect(await readSession({ db }, token)).toMatchObject({ displayName: "sven" });

    value(await changeUser(admin, first.userId, { kind: "disable" }));
    expect(await readSession({ db }, token)).toBeNull();
    expect(await signIn("sven@example.org", PASSWORD)).toMatchObject({
      error: { code: "wrong-credentials" },
    });

    value(await changeUser(admin, first.userId, { kind: "enable" }));
    expect(await readSession({ db }, token)).toBeNull();
    const second = value(await signIn("sven@example.org", PASSWORD));
    const own: ServiceContext = { ...admin, actor: { kind: "user", userId: first.userId, isAdmin: false } };
    expect(await changeOwnPassword(own, { current: "not this one", next: "another long one" })).toMatchObject(
      {
        error: { code: "wrong-credentials" },
      },
    );
    value(await changeOwnPassword(own, { current: PASSWORD, next: "another long one" }));
    expect(
      await readSession({ db }, { userId: second.userId, sessionVersion: second.sessionVersion }),
    ).toBeNull();
    expect(await signIn("sven@example.org", "another long one")).toMatchObject({ ok: true });
  });
});

it("limits guessing of the old password like guessing at a sign-in", async () => {
  const userId = value(await createUser(admin, account("thea")));
  const own: ServiceContext = { ...admin, actor: { kind: "user", userId, isAdmin: false } };
  const guess = (current: string) => changeOwnPassword(own, { current, next: "another long one" });
  for (let i = 0; i < FREE_ATTEMPTS.account; i++) {
    expect(await guess("wrong password")).toMatchObject({ error: { code: "wrong-credentials" } });
  }
  expect(await guess(PASSWORD)).toMatchObject({ error: { code: "too-many-attempts" } });
});

describe("signing in through the identity provider", () => {
  const identity = (subject: string, email: string | null, emailVerified = true) =>
    signInWithIdentity(
      { db, now: () => new Date() },
      { issuer: "http://127.0.0.1:9/issuer", subject, email, emailVerified, displayName: "Tilda Beispiel" },
    );

  it("makes an account without any role, and knows it again by subject alone", async () => {
    const first = value(await identity("s-1", "tilda@example.org"));
    expect(first.displayName).toBe("Tilda Beispiel");
    expect(value(await identity("s-1", "renamed@example.org", false)).userId).toBe(first.userId);
  });

  it("makes one account of a person who comes by several tabs at once", async () => {
    for (let round = 0; round < 10; round++) {
      const tabs = [1, 2, 3, 4].map(() => identity(`tabs-${round}`, `tabs-${round}@example.org`));
      const ids = (await Promise.all(tabs)).map((tab) => value(tab).userId);
      expect(new Set(ids).size).toBe(1);
    }
  });

  it("binds to an existing account only on a verified address", async () => {
    const known = value(await createUser(admin, account("veit")));
    expect(await identity("s-2", "veit@example.org", false)).toEqual({
      ok: false,
      error: "email-not-verified",
    });
    expect(await identity("s-3", null)).toEqual({ ok: false, error: "email-not-verified" });
    expect(value(await identity("s-2", "Veit@example.org")).userId).toBe(known);
    value(await changeUser(admin, known, { kind: "disable" }));
    expect(await identity("s-2", "veit@example.org")).toEqual({ ok: false, error: "disabled" });
  });
});

describe("administering", () => {
  it("keeps the last administrator, also when two are taken away at the same moment", async () => {
    expect(await changeUser(admin, adminId, { kind: "disable" })).toMatchObject({
      error: { code: "last-administrator" },
    });
    const second = value(await createUser(admin, { ...account("zweite"), isAdmin: true }));
    const results = await Promise.all([
      changeUser(admin, adminId, { kind: "unmake-administrator" }),
      changeUser(admin, second, { kind: "disable" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    await db.pool.query(`UPDATE "User" SET "isAdmin" = true, "disabledAt" = NULL WHERE "id" = $1`, [adminId]);
  });

  it("lets a role end with the next act", async () => {
    const projectId = value(await createProject(admin, { name: "Zweites Projekt" }));
    const memberId = value(await createUser(admin, account("xenia")));
    value(await setMember(admin, { projectId, email: "xenia@example.org", role: "admin" }));
    const member: ServiceContext = { ...admin, actor: { kind: "user", userId: memberId, isAdmin: false } };
    expect(await readProject(member, projectId)).toMatchObject({ ok: true });
    value(await setMember(admin, { projectId, email: "xenia@example.org", role: "editor" }));
    expect(await readProject(member, projectId)).toMatchObject({ error: { code: "not-allowed" } });
    value(await removeMember(admin, { projectId, userId: memberId }));
    expect(await readProject(member, projectId)).toMatchObject({ error: { code: "not-found" } });
  });
});
