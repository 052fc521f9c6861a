import type { Bead } from "@/lib/core/alignment/bead";
import { type ImportInput, importBitext } from "@/lib/files/import-bitext";
import { type Command, CommandError, JSON_OPTION, parseCall, readInput, table } from "../command";
import { faultWords } from "../fault-words";

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
  summary: "Align two texts by paragraph",
  help: `gegenlesen align SOURCE TARGET [--json] [--source-locale TAG] [--target-locale TAG]

Aligns two files (plain text, Markdown, HTML, DOCX) by paragraph, without a database.
Prints one row per bead: the source paragraphs, the target paragraphs, the confidence.

  --json           {"beads":[{"source":[1],"target":[1],"confidence":0.98}, …],"related":true};
                   paragraphs are counted from 1
  --source-locale  language of the source; guessed if not given
  --target-locale  language of the target; guessed if not given`,
  async run(args, io) {
    const { values, positionals } = parseCall(
      args,
      { ...JSON_OPTION, "source-locale": { type: "string" }, "target-locale": { type: "string" } },
      ["SOURCE", "TARGET"],
    );
    const [source = "", target = ""] = positionals;
    const input: ImportInput = {
      source: { kind: "file", name: source, bytes: await readInput(io, source) },
      target: { kind: "file", name: target, bytes: await readInput(io, target) },
      ...(values["source-locale"] ? { sourceLocale: values["source-locale"] } : {}),
      ...(values["target-locale"] ? { targetLocale: values["target-locale"] } : {}),
    };
    const result = await importBitext(input, () => {});
    if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
    const beads = result.value.beads.map(toRow);
    const { related } = result.value.verdict;
    if (values.json) return io.print(JSON.stringify({ beads, related }));
    io.print(
      table([
        ["source", "target", "confidence"],
        ...beads.map((bead) => [shown(bead.source), shown(bead.target), bead.confidence.toFixed(2)]),
      ]),
    );
    if (!related) io.print("\nThis does not look like a translation of that.");
  },
};
