import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signPreview } from "@/lib/auth/preview-token";
import type { PreviewId } from "@/lib/core/shared/ids";
import { removeMember, setMember } from "@/lib/db/projects";
import { createPreviewLink, readPreview, revokePreview } from "@/lib/services/publications/preview-links";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import { NOW, type Scenario, scenario } from "@/tests/support/scenario";

const SECRET = "a secret of this installation, long enough";
let the: Scenario;
beforeAll(async () => {
  the = await scenario();
});
afterAll(() => the.close());

const create = async () => {
  const made = await createPreviewLink(
    the.as("editor"),
    { translationId: the.translationId, hours: 24 },
    SECRET,
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};
const read = (token: string, now = NOW, secret = SECRET) =>
  readPreview({ db: the.db, now: () => now }, { token }, secret);
const idOf = (token: string) => token.split(".")[0] as PreviewId;

describe("a link to a draft", () => {
  it("shows the texts of now to whoever has it, and to nobody after its time", async () => {
    const { token, expiresAt } = await create();
    const shown = await read(token);
    expect(shown.ok && shown.value.snapshot.segments[0]?.target[0]?.text).toBe("The train from Trieste");
    expect((await read(token, new Date(expiresAt.getTime() - 1))).ok).toBe(true);
    expect(await read(token, expiresAt)).toEqual({ ok: false, error: { code: "expired" } });
  });

  it("is worth nothing when a single character of it is another", async () => {
    const { token } = await create();
    const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.";
    for (let place = 0; place < token.length; place++) {
      for (const letter of [letters[(place * 7) % letters.length], "0", "A", "."]) {
        if (letter === token[place]) continue;
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        expect(await read(changed), changed).toEqual({ ok: false, error: { code: "invalid" } });
      }
    }
    for (const other of [
      "",
      token.slice(0, -1),
      `${token}A`,
      `${token}=`,
      token.toUpperCase(),
      ` ${token}`,
    ]) {
      expect(await read(other), other).toEqual({ ok: false, error: { code: "invalid" } });
    }
  });

  it("cannot be made to last longer, and one signed with another secret is no link", async () => {
    const { token, expiresAt } = await create();
    const [id, , mark] = token.split(".");
    const seconds = Math.floor(expiresAt.getTime() / 1000) + 3_600;
    expect(await read(`${id}.${seconds.toString(36)}.${mark}`)).toMatchObject({ error: { code: "invalid" } });
    // even signed: the database holds its own end
    const signed = signPreview(
      { id: idOf(token), expiresAt: new Date(expiresAt.getTime() + 3_600_000) },
      SECRET,
    );
    expect(await read(signed, expiresAt)).toMatchObject({ error: { code: "invalid" } });
    expect(await read(token, NOW, `${SECRET}!`)).toMatchObject({ error: { code: "invalid" } });
  });

  it("ends at once when an editor takes it back, once, and no other link with it", async () => {
    const [one, other] = [await create(), await create()];
    const input = { translationId: the.translationId, previewId: idOf(one.token) };
    const twice = await Promise.all([
      revokePreview(the.as("editor2"), input),
      revokePreview(the.as("editor"), input),
    ]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await read(one.token)).toEqual({ ok: false, error: { code: "invalid" } });
    expect((await read(other.token)).ok).toBe(true);
    const desk = await readPublicationDesk(the.as("editor"), { translationId: the.translationId });
    const shown = desk.ok ? desk.value.links.map(({ id }) => id) : [];
    expect(shown).toContain(idOf(other.token));
    expect(shown).not.toContain(idOf(one.token));
    expect(await the.db.prisma.event.count({ where: { type: "preview.revoked" } })).toBe(1);
  });

  it.each([
    [
      "lost the role that may make one",
      () => setMember(the.db.pool, the.projectId, the.people.editor, "translator", NOW),
    ],
    ["left the project", () => removeMember(the.db.pool, the.projectId, the.people.editor)],
    ["has no account any more", () => disable("now()")],
  ])(
    "shows nothing from the moment on at which its maker %s, and works again with their rights",
    async (_what, lose) => {
      const { token } = await create();
      const desk = async () => {
        const shown = await readPublicationDesk(the.as("editor2"), { translationId: the.translationId });
        return shown.ok && shown.value.links.some(({ id }) => id === idOf(token));
      };
      expect([(await read(token)).ok, await desk()]).toEqual([true, true]);
      await lose();
      expect(await read(token)).toEqual({ ok: false, error: { code: "invalid" } });
      expect(await desk()).toBe(false);
      await setMember(the.db.pool, the.projectId, the.people.editor, "editor", NOW);
      await disable("NULL");
      expect([(await read(token)).ok, await desk()]).toEqual([true, true]);
    },
  );

  it("of an administrator of the installation needs no role in the project", async () => {
    const { token } = await create();
    await removeMember(the.db.pool, the.projectId, the.people.editor);
    await setAdmin(true);
    expect((await read(token)).ok).toBe(true);
    await setAdmin(false);
    expect((await read(token)).ok).toBe(false);
    await setMember(the.db.pool, the.projectId, the.people.editor, "editor", NOW);
  });
});

const disable = (when: "now()" | "NULL") =>
  the.db.pool.query(`UPDATE "User" SET "disabledAt" = ${when} WHERE "id" = $1`, [the.people.editor]);
const setAdmin = (isAdmin: boolean) =>
  the.db.pool.query(`UPDATE "User" SET "isAdmin" = $2 WHERE "id" = $1`, [the.people.editor, isAdmin]);
