import { statfs } from "node:fs/promises";
import { readEnvironment } from "@/lib/config/environment";
import { type Command, CommandError, JSON_OPTION, parseCall } from "../command";
import { root } from "../start/root.mjs";
import { withConnection } from "../with-context";

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

const ENOUGH_BYTES = 1024 ** 3;

export const doctor: Command = {
  name: "doctor",
  summary: "Check this installation",
  help: `gegenlesen doctor [--json]

Checks the environment, the disk, the database, its migrations and the stored chains of
revisions. Exit code 1 if anything is wrong.`,
  async run(args, io) {
    const { values } = parseCall(args, JSON_OPTION, []);
    const findings = [...(await checkMachine()), ...(await checkDatabase())];
    const ok = findings.every((finding) => finding.ok);
    if (values.json) io.print(JSON.stringify({ ok, findings }));
    else
      for (const { check, ok: fine, detail } of findings)
        io.print(`${fine ? "ok   " : "WRONG"}  ${check}: ${detail}`);
    if (!ok) throw new CommandError("Something is wrong; see above.", 1, "unhealthy");
  },
};

async function checkMachine(): Promise<Finding[]> {
  const environment = readEnvironment(process.env, root);
  const folder = environment.ok ? environment.value.dataDir : root;
  const disk = await statfs(folder).catch(() => statfs(root));
  const free = disk.bavail * disk.bsize;
  return [
    { check: "Node", ok: true, detail: process.versions.node },
    {
      check: "environment",
      ok: environment.ok,
      detail: environment.ok ? `data in ${folder}` : environment.error.map((p) => p.variable).join(", "),
    },
    { check: "disk", ok: free > ENOUGH_BYTES, detail: `${(free / 1024 ** 3).toFixed(1)} GiB free` },
  ];
}

async function checkDatabase(): Promise<Finding[]> {
  try {
    return await withConnection(async (db) => {
      const one = async (sql: string) =>
        Object.values((await db.pool.query(sql)).rows[0] as object)[0] as string;
      const broken = await one(`
        SELECT count(*)::text FROM (SELECT FROM "Revision" GROUP BY "segmentId" HAVING max("number") <> count(*)) gaps`);
      const settings = `fsync ${await one("SHOW fsync")}, synchronous_commit ${await one("SHOW synchronous_commit")}`;
      return [
        { check: "database", ok: true, detail: `PostgreSQL ${await one("SHOW server_version")}` },
        { check: "durability", ok: !settings.includes("off"), detail: settings },
        {
          check: "migrations",
          ok: true,
          detail: `${await one(`SELECT count(*)::text FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`)} applied`,
        },
        { check: "revision chains", ok: broken === "0", detail: `${broken} with gaps` },
        { check: "accounts", ok: true, detail: await one(`SELECT count(*)::text FROM "User"`) },
      ];
    });
  } catch (error) {
    return [{ check: "database", ok: false, detail: (error as Error).message }];
  }
}
