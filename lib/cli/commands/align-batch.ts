import { createInterface } from "node:readline";
import { z } from "zod";
import { alignParagraphs } from "@/lib/core/alignment/align";
import type { Bead } from "@/lib/core/alignment/bead";
import { parseLocale } from "@/lib/core/text/locale";
import { CommandError, type CommandIo, openInput } from "../command";

const LocaleTag = z.string().refine((tag) => parseLocale(tag).ok, "that is no language tag");

/** One line of the file. */
const Row = z.object({
  id: z.union([z.string(), z.number()]),
  src: z.array(z.string()),
  tgt: z.array(z.string()),
  sourceLocale: LocaleTag.optional(),
  targetLocale: LocaleTag.optional(),
});

export interface BatchLocales {
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
}

/** Units 0-based: those of the source, those of the target. */
const toPair = (bead: Bead): readonly [readonly number[], readonly number[]] => [
  range(bead.sourceFrom, bead.sourceTo),
  range(bead.targetFrom, bead.targetTo),
];

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/**
 * Answers each row as soon as it is read. A bad row is told by its line and costs no other row
 * its answer; the command fails at the end if there was any.
 */
export async function alignBatch(name: string, locales: BatchLocales, io: CommandIo): Promise<void> {
  let [line, rows, bad] = [0, 0, 0];
  for await (const text of createInterface({ input: await openInput(io, name), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === "") continue;
    rows += 1;
    const row = parseRow(text);
    if (typeof row === "string") {
      bad += 1;
      io.warn(`gegenlesen: ${name}, line ${line}: ${row}.`);
    } else io.print(answer(row, locales));
  }
  if (bad > 0) throw new CommandError(`${bad} of ${rows} rows could not be read.`, 1, "bad-rows");
}

function answer({ id, src, tgt, ...own }: z.infer<typeof Row>, locales: BatchLocales): string {
  const sourceLocale = own.sourceLocale ?? locales.sourceLocale;
  const targetLocale = own.targetLocale ?? locales.targetLocale;
  const beads = alignParagraphs(src, tgt, {
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    ...(targetLocale === undefined ? {} : { targetLocale }),
  });
  return JSON.stringify({ id, beads: beads.map(toPair) });
}

/** The row, or what is wrong with it. */
function parseRow(text: string): z.infer<typeof Row> | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "this is no JSON";
  }
  const parsed = Row.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".");
  return `${place ? `"${place}": ` : ""}${issue?.message ?? "not a row"}`;
}
