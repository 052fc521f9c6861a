import type { Bead } from "@/lib/core/alignment/bead";
import { findMoved } from "@/lib/core/alignment/moved";
import { plainTexts } from "@/lib/core/interchange/plain-texts";
import { parseLocale } from "@/lib/core/text/locale";
import type { ImportedBitext, ImportInput } from "@/lib/files/import-bitext";
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
import { alignBatch, type BatchLocales } from "./align-batch";

/** Paragraph numbers `from+1 … to`. */
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i + 1);

const shown = (list: readonly number[]): string => (list.length === 0 ? "–" : list.join(" "));

const toRow = (bead: Bead) => ({
  source: numbers(bead.sourceFrom, bead.sourceTo),
  target: numbers(bead.targetFrom, bead.targetTo),
  confidence: Math.round(bead.confidence * 1e4) / 1e4,
});

export const align: Command = {
  name: "align",
  summary: "Align two texts by paragraph, or many cases at once",
  help: `gegenlesen align SOURCE TARGET [--json] [--source-locale TAG] [--target-locale TAG]
gegenlesen align --batch CASES.jsonl [--source-locale TAG] [--target-locale TAG]

Aligns two files (plain text, Markdown, HTML, DOCX) by paragraph, without a database.
Prints one row per bead: the source paragraphs, the target paragraphs, the confidence.

  --json           {"beads":[{"source":[1],"target":[1],"confidence":0.98}, …],
                   "moved":[{"source":4,"target":9,"confidence":0.97}],"related":true};
                   paragraphs are counted from 1; moved ones have no bead with two sides
  --batch FILE     aligns the units, paragraphs or sentences, of each line
                   {"id":…,"src":["…", …],"tgt":["…", …]} and prints for each a line
                   {"id":…,"beads":[[[0],[0]],[[1],[]], …]}; units are counted from 0, one
                   without counterpart stands alone. A line may name its own "sourceLocale"
                   and "targetLocale". Lines that cannot be read are told by their number,
                   the others are answered, and the exit code is 1. "-" reads standard input
  --source-locale  language of the source; guessed if not given
  --target-locale  language of the target; guessed if not given`,
  async run(args, io) {
    const { values, positionals } = parseCall(
      args,
      {
        ...JSON_OPTION,
        batch: { type: "string" },
        "source-locale": { type: "string" },
        "target-locale": { type: "string" },
      },
      args.some((arg) => arg.startsWith("--batch")) ? [] : ["SOURCE", "TARGET"],
    );
    const locales = readLocales(values["source-locale"], values["target-locale"]);
    if (values.batch !== undefined) return alignBatch(values.batch, locales, io);
    const [source = "", target = ""] = positionals;
    return alignFiles(source, target, { ...locales, json: values.json }, io);
  },
};

function readLocales(source: string | undefined, target: string | undefined): BatchLocales {
  for (const tag of [source, target]) {
    if (tag !== undefined && !parseLocale(tag).ok)
      throw new CommandError(`"${tag}" is no language tag.`, 2, "bad-locale");
  }
  return {
    ...(source === undefined ? {} : { sourceLocale: source }),
    ...(target === undefined ? {} : { targetLocale: target }),
  };
}

async function alignFiles(
  source: string,
  target: string,
  { json, ...locales }: BatchLocales & { readonly json: boolean },
  io: CommandIo,
): Promise<void> {
  const input: ImportInput = {
    source: { kind: "file", name: source, bytes: await readInput(io, source) },
    target: { kind: "file", name: target, bytes: await readInput(io, target) },
    ...locales,
  };
  const { importBitext } = await import("@/lib/files/import-bitext");
  const result = await importBitext(input, () => {});
  if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
  const beads = result.value.beads.map(toRow);
  const { related } = result.value.verdict;
  const moved = movedIn(result.value, locales);
  if (json) return io.print(JSON.stringify({ beads, moved, related }));
  io.print(
    table([
      ["source", "target", "confidence"],
      ...beads.map((bead) => [shown(bead.source), shown(bead.target), bead.confidence.toFixed(2)]),
    ]),
  );
  for (const pair of moved) {
    io.print(
      `\nParagraph ${pair.source} of the source seems to stand elsewhere: ${pair.target} of the target.`,
    );
  }
  if (!related) io.print("\nThis does not look like a translation of that.");
}

/** Paragraphs without counterpart whose counterpart stands elsewhere, counted from 1. */
function movedIn({ source, target, beads }: ImportedBitext, locales: BatchLocales) {
  const sourceLocale = locales.sourceLocale ?? source.locale?.locale;
  const targetLocale = locales.targetLocale ?? target.locale?.locale;
  const pairs = findMoved(plainTexts(source.text), plainTexts(target.text), beads, {
    ...(sourceLocale && { sourceLocale }),
    ...(targetLocale && { targetLocale }),
  });
  return pairs.map((pair) => ({
    source: pair.source + 1,
    target: pair.target + 1,
    confidence: Math.round(pair.confidence * 1e4) / 1e4,
  }));
}
