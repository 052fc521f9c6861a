import { writeFile } from "node:fs/promises";
import path from "node:path";
import { exportTranslation as read } from "@/lib/services/translations/export-translation";
import { type Command, CommandError, JSON_OPTION, parseCall } from "../command";
import { faultWords } from "../fault-words";
import { documentBySlug, translationOf } from "../find-by-slug";
import { AS_HELP, AS_OPTION, withContext } from "../with-context";

export const exportTranslation: Command = {
  name: "export",
  summary: "Write a translation as plain text or JSON",
  help: `gegenlesen export SLUG [--locale TAG] [--json] [--output FILE] [--as EMAIL]

Writes the current texts of a translation: as plain text, or with --json every segment
with source, target, origin and who approved it when.

  --locale         which translation, if the document has several
  --output FILE    write into a file instead of standard output
${AS_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseCall(
      args,
      { ...JSON_OPTION, ...AS_OPTION, locale: { type: "string" }, output: { type: "string" } },
      ["SLUG"],
    );
    const result = await withContext(values.as, async (ctx) => {
      const document = await documentBySlug(ctx, positionals[0] ?? "");
      return read(ctx, translationOf(document, values.locale));
    });
    if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
    const { head, segments, plainText } = result.value;
    const text = values.json ? JSON.stringify({ version: 1, ...head, segments }, null, 2) : plainText;
    if (!values.output) return io.print(text);
    await writeFile(path.resolve(io.cwd, values.output), `${text}\n`);
  },
};
