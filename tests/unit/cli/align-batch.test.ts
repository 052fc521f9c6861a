import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CommandError } from "@/lib/cli/command";
import { align } from "@/lib/cli/commands/align";

const folder = mkdtempSync(path.join(tmpdir(), "align-batch-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(lines: readonly string[], ...options: string[]) {
  writeFileSync(path.join(folder, "cases.jsonl"), lines.join("\n"));
  const [printed, warned]: [string[], string[]] = [[], []];
  const io = {
    cwd: folder,
    print: (line: string) => printed.push(line),
    warn: (line: string) => warned.push(line),
  };
  const failure = await align.run(["--batch", "cases.jsonl", ...options], io).then(
    () => null,
    (error: unknown) => error as CommandError,
  );
  return { rows: printed.map((line) => JSON.parse(line)), warned, failure };
}

const SRC = [
  "Der Bahnhof von Kassel brannte 1943 ab.",
  "Werbung",
  "Am Montag kam der Präsident nach Madrid.",
];
const TGT = ["Kassel station burned down in 1943.", "On Monday the president came to Madrid.", "Share"];

describe("gegenlesen align --batch", () => {
  it("answers every row under its id, counted from 0, units without counterpart one by one", async () => {
    const row = JSON.stringify({ id: "k-1", src: SRC, tgt: TGT });
    const { rows, failure } = await run([row, JSON.stringify({ id: 7, src: [], tgt: ["a", "b"] })]);
    expect(failure).toBeNull();
    const beads = [
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[], [2]],
    ];
    expect(rows).toEqual([
      { id: "k-1", beads },
      {
        id: 7,
        beads: [
          [[], [0]],
          [[], [1]],
        ],
      },
    ]);
  });

  it("reads a byte order mark, line ends of Windows and blank lines", async () => {
    const { rows, failure } = await run([
      '\uFEFF{"id":1,"src":["a"],"tgt":[]}\r',
      "",
      ' {"id":2,"src":[],"tgt":[]} ',
    ]);
    expect(failure).toBeNull();
    expect(rows).toEqual([
      { id: 1, beads: [[[0], []]] },
      { id: 2, beads: [] },
    ]);
  });

  it("tells bad rows by their line, answers the others and fails at the end", async () => {
    const { rows, warned, failure } = await run([
      "{",
      '{"id":1,"src":[],"tgt":[]}',
      '{"id":2,"src":"a","tgt":[]}',
      '{"src":[],"tgt":[]}',
      '{"id":3,"src":[1],"tgt":[]}',
      '{"id":4,"src":[],"tgt":[],"targetLocale":"no language"}',
      "null",
      '{"id":5,"src":[],"tgt":[]}',
    ]);
    expect(rows.map(({ id }) => id)).toEqual([1, 5]);
    expect(warned.map((line) => /line (\d+)/.exec(line)?.[1])).toEqual(["1", "3", "4", "5", "6", "7"]);
    expect(warned[4]).toContain("targetLocale");
    expect(failure).toBeInstanceOf(CommandError);
    expect(failure?.exitCode).toBe(1);
    expect(failure?.message).toContain("6 of 8");
  });

  it("refuses a wrong call before it reads anything", async () => {
    expect((await run([], "--source-locale", "1")).failure?.exitCode).toBe(2);
    expect((await run([], "more.txt")).failure?.exitCode).toBe(2);
  });
});
