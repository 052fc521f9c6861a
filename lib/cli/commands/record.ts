import { writeFile } from "node:fs/promises";
import path from "node:path";
import { readRecord } from "@/lib/services/record/read-record";
import { type Command, CommandError, parseCall } from "../command";
import { faultWords } from "../fault-words";
import { AS_HELP, AS_OPTION, withContext } from "../with-context";

export const record: Command = {
  name: "record",
  summary: "Write the review record of a published translation",
  help: `gegenlesen record SLUG LOCALE [--output FILE] [--as EMAIL]

Writes as JSON what readers get of a translation, paragraph by paragraph: hash of the text, origin, who wrote in
it, who approved it when and under which policy, and the seal of the publication in the log of events. Its JSON Schema
is at /api/schemas/review-record of a running server, and in lib/core/record/review-record.schema.json.

  --output FILE    write into a file instead of standard output
${AS_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseCall(args, { ...AS_OPTION, output: { type: "string" } }, [
      "SLUG",
      "LOCALE",
    ]);
    const [slug = "", locale = ""] = positionals;
    const result = await withContext(values.as, (ctx) => readRecord(ctx, { slug, locale }));
    if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
    const text = JSON.stringify(result.value, null, 2);
    if (!values.output) return io.print(text);
    await writeFile(path.resolve(io.cwd, values.output), `${text}\n`);
  },
};
