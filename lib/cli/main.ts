import { isDatabaseError } from "@/lib/db/database-error";
import { type Command, CommandError, table } from "./command";
import { databaseWords } from "./start/problem-words";

/** Loaded on demand, so that aligning two files does not wait for the database's client. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  align: async () => (await import("./commands/align")).align,
  diff: async () => (await import("./commands/diff")).diff,
  import: async () => (await import("./commands/import")).importTexts,
  documents: async () => (await import("./commands/documents")).documents,
  publish: async () => (await import("./commands/publish")).publish,
  export: async () => (await import("./commands/export")).exportTranslation,
  verify: async () => (await import("./commands/verify")).verify,
  users: async () => (await import("./commands/users")).users,
  doctor: async () => (await import("./commands/doctor")).doctor,
};

/** Runs `gegenlesen ARGS` as if called in `cwd`. The exit code: 0 done, 1 refused or failed, 2 called wrongly. */
export async function main(args: readonly string[], cwd: string): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(`${await overview()}\n`);
    return name === undefined ? 2 : 0;
  }
  const load = COMMANDS[name];
  if (!load)
    return fail(new CommandError(`There is no command "${name}". See gegenlesen --help.`, 2, "usage"), rest);
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    await command.run(rest, {
      cwd,
      print: (line) => process.stdout.write(`${line}\n`),
      warn: (line) => process.stderr.write(`${line}\n`),
    });
    return 0;
  } catch (error) {
    return fail(error, rest, command);
  }
}

function fail(error: unknown, args: readonly string[], command?: Command): number {
  const problem = isDatabaseError(error)
    ? new CommandError(databaseWords(error), 1, error.code)
    : error instanceof CommandError
      ? error
      : null;
  if (!problem) throw error;
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ error: { code: problem.code, message: problem.message } })}\n`);
  }
  const usage = command && problem.exitCode === 2 ? `\n\n${command.help.trim().split("\n\n")[0]}` : "";
  process.stderr.write(`gegenlesen: ${problem.message}${usage}\n`);
  return problem.exitCode;
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return `gegenlesen COMMAND [OPTIONS]

Reads machine translation against its source.

${table(commands.map(({ name, summary }) => [`  ${name}`, summary]))}

Every command takes --help, and --json for output that programs read.
Exit codes: 0 done, 1 refused or failed, 2 called wrongly.
Commands that need the database find the running one, or start the one in DATA_DIR
for as long as they need it; DATABASE_URL names another.`;
}
