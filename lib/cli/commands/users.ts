import { parseEmail } from "@/lib/core/access/account";
import { isRole, ROLES } from "@/lib/core/access/roles";
import type { UserRow } from "@/lib/db/users";
import { findUserByEmail } from "@/lib/db/users";
import type { ServiceContext } from "@/lib/services/context";
import { setMember } from "@/lib/services/projects/manage-projects";
import {
  type AccountChange,
  changeUser,
  createFirstAdministrator,
  createUser,
  listUsers,
} from "@/lib/services/users/manage-users";
import {
  type Command,
  CommandError,
  type CommandIo,
  JSON_OPTION,
  parseCall,
  readInput,
  table,
} from "../command";
import { faultWords } from "../fault-words";
import { projectBySlug } from "../find-by-slug";
import { AS_HELP, AS_OPTION, withConnection, withContext } from "../with-context";

const OPTIONS = {
  ...JSON_OPTION,
  ...AS_OPTION,
  admin: { type: "boolean", default: false },
  first: { type: "boolean", default: false },
  project: { type: "string" },
} as const;

type Call = ReturnType<typeof parseCall<typeof OPTIONS>>["values"];

const ACTS: Readonly<
  Record<string, (operands: readonly string[], call: Call, io: CommandIo) => Promise<unknown>>
> = {
  list: async (_operands, call) =>
    withContext(call.as, async (ctx) => ({
      users: (demand(await listUsers(ctx)) as UserRow[]).map(publicFields),
    })),
  add: async ([email = "", displayName = ""], call, io) => {
    const password = await readPassword(io);
    const account = { email, displayName, password, isAdmin: call.admin };
    const id = call.first
      ? await withConnection(async (db) =>
          demand(await createFirstAdministrator({ db, now: () => new Date() }, account)),
        )
      : await withContext(call.as, async (ctx) => demand(await createUser(ctx, account)));
    return { id };
  },
  disable: ([email], call) => change(call, email, { kind: "disable" }),
  enable: ([email], call) => change(call, email, { kind: "enable" }),
  password: async ([email], call, io) =>
    change(call, email, { kind: "set-password", password: await readPassword(io) }),
  role: async ([email = "", role], call) => {
    if (!isRole(role)) throw new CommandError(`ROLE is one of ${ROLES.join(", ")}.`, 2, "usage");
    return withContext(call.as, async (ctx) => {
      const project = await projectBySlug(ctx, call.project);
      demand(await setMember(ctx, { projectId: project.id, email, role }));
      return { email, role, project: project.slug };
    });
  },
};

export const users: Command = {
  name: "users",
  summary: "List, add and disable accounts, give roles",
  help: `gegenlesen users list|add|disable|enable|password|role [OPERANDS] [OPTIONS]

  list
  add EMAIL NAME [--admin | --first]  the password is read from standard input
  disable EMAIL, enable EMAIL         takes effect with the person's next request
  password EMAIL                      the new one is read from standard input
  role EMAIL ROLE [--project SLUG]    ROLE: ${ROLES.join(", ")}

  --first          the first account of an installation; an administrator
${AS_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseCall(args, OPTIONS, ["list|add|…", "EMAIL?", "NAME or ROLE?"]);
    const [act = "", ...operands] = positionals;
    const run = ACTS[act];
    if (!run) throw new CommandError(`There is no "users ${act}".`, 2, "usage");
    const answer = await run(operands, values, io);
    if (values.json) return io.print(JSON.stringify(answer));
    io.print(act === "list" ? userTable(answer as { users: ReturnType<typeof publicFields>[] }) : "Done.");
  },
};

const publicFields = (user: UserRow) => ({
  email: user.email,
  displayName: user.displayName,
  isAdmin: user.isAdmin,
  disabled: user.disabled,
});

const userTable = ({ users: rows }: { users: readonly ReturnType<typeof publicFields>[] }): string =>
  table([
    ["e-mail", "name", ""],
    ...rows.map((user) => [
      user.email,
      user.displayName,
      [user.isAdmin && "administrator", user.disabled && "disabled"].filter(Boolean).join(", "),
    ]),
  ]);

async function change(call: Call, address: string | undefined, act: AccountChange): Promise<object> {
  return withContext(call.as, async (ctx: ServiceContext) => {
    const email = parseEmail(address);
    const user = email.ok ? await findUserByEmail(ctx.db.pool, email.value) : null;
    if (!user) throw new CommandError(faultWords({ code: "no-such-account" }), 1, "no-such-account");
    demand(await changeUser(ctx, user.id, act));
    return { email: user.email, done: act.kind };
  });
}

async function readPassword(io: CommandIo): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password (at least 12 characters), then Ctrl+D: ");
  return Buffer.from(await readInput(io, "-"))
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

function demand<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
  return result.value;
}
