import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffSpans } from "@/lib/core/diff/spans";
import { parseLocale } from "@/lib/core/text/locale";
import { type Command, CommandError, type CommandIo, JSON_OPTION, parseCall, readInput } from "../command";

/** The file's text, byte for byte: no line end is changed, a byte order mark stays. */
async function readText(io: CommandIo, name: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readInput(io, name));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${name} is not UTF-8.`, 1, "bad-encoding");
  }
}

export const diff: Command = {
  name: "diff",
  summary: "Show the difference of two texts by words",
  help: `gegenlesen diff BASE NEW [--json] [--locale TAG]

Compares two UTF-8 files by words. "-" reads one of them from standard input.
Prints the text with [-deleted-] and {+inserted+} words.

  --json    {"hunks":[{"base":[from,to],"deleted":"…","inserted":"…"}],"precise":true};
            from and to are UTF-16 units of BASE, half-open
  --locale  language of the texts, for scripts that write without spaces`,
  async run(args, io) {
    const { values, positionals } = parseCall(args, { ...JSON_OPTION, locale: { type: "string" } }, [
      "BASE",
      "NEW",
    ]);
    const [baseName = "", nextName = ""] = positionals;
    const locale = values.locale === undefined ? null : parseLocale(values.locale);
    if (locale && !locale.ok)
      throw new CommandError(`"${values.locale}" is no language tag.`, 2, "bad-locale");
    const [base, next] = [await readText(io, baseName), await readText(io, nextName)];
    const result = diffForDisplay(base, next, locale?.ok ? { locale: locale.value } : {});
    if (values.json) {
      const hunks = result.hunks.map(({ baseFrom, baseTo, deleted, inserted, kind }) => ({
        base: [baseFrom, baseTo],
        deleted,
        inserted,
        kind,
      }));
      return io.print(JSON.stringify({ hunks, precise: result.precise }));
    }
    const shown = {
      equal: (text: string) => text,
      deleted: (t: string) => `[-${t}-]`,
      inserted: (t: string) => `{+${t}+}`,
    };
    io.print(
      diffSpans(base, next, result)
        .map(({ kind, text }) => shown[kind](text))
        .join(""),
    );
  },
};
