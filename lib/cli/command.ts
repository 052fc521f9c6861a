import { open, readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { type ParseArgsConfig, parseArgs } from "node:util";

/** A failure that is told in one or two lines, without a stack. Exit code 1, or 2 where the call itself is wrong. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    /** For --json. */
    readonly code = "failed",
  ) {
    super(message);
  }
}

/** One command of `gegenlesen`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of `--help`. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<void>;
}

/** Where a command reads and writes. */
export interface CommandIo {
  /** The folder in which the person called. */
  readonly cwd: string;
  print(line: string): void;
  /** What concerns one part of the input only, while the rest goes on. */
  warn(line: string): void;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

export const JSON_OPTION = { json: { type: "boolean", default: false } } as const;

/** Parses options and exactly the named operands (a name that ends with "?" may be left out). */
export function parseCall<const O extends Options>(
  args: readonly string[],
  options: O,
  operands: readonly string[],
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const required = operands.filter((name) => !name.endsWith("?"));
    const missing = required[parsed.positionals.length];
    if (missing) throw new Error(`${missing} is missing`);
    const surplus = parsed.positionals[operands.length];
    if (surplus !== undefined) throw new Error(`"${surplus}" is one argument too many`);
    return parsed;
  } catch (error) {
    throw new CommandError((error as Error).message, 2, "usage");
  }
}

/** The bytes of a file that the person named; "-" is standard input. */
export async function readInput(io: CommandIo, name: string): Promise<Uint8Array> {
  if (name === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(path.resolve(io.cwd, name));
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The same as a stream, for input that is answered piece by piece. */
export async function openInput(io: CommandIo, name: string): Promise<Readable> {
  if (name === "-") return process.stdin;
  try {
    const file = await open(path.resolve(io.cwd, name));
    if ((await file.stat()).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return file.createReadStream();
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): CommandError {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "that is a folder" : code;
  return new CommandError(`${name}: ${reason}.`, 1, "unreadable");
}

/** A table with aligned columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
