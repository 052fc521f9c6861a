import { saveImport } from "@/lib/services/imports/edit-import";
import { startImport } from "@/lib/services/imports/start-import";
import { type Command, CommandError, JSON_OPTION, parseCall, readInput } from "../command";
import { faultWords } from "../fault-words";
import { documentBySlug, projectBySlug } from "../find-by-slug";
import { AS_HELP, AS_OPTION, withContext } from "../with-context";

const OPTIONS = {
  ...JSON_OPTION,
  ...AS_OPTION,
  project: { type: "string" },
  document: { type: "string" },
  title: { type: "string", default: "" },
  engine: { type: "string", default: "" },
  "source-locale": { type: "string" },
  "target-locale": { type: "string" },
} as const;

export const importTexts: Command = {
  name: "import",
  summary: "Import a text and its machine translation",
  help: `gegenlesen import SOURCE TARGET [OPTIONS]
gegenlesen import TARGET --document SLUG [OPTIONS]

Reads and aligns two files and saves them as a document with a translation; or adds a
further language to a document that is there.

  --project SLUG   project to import into, if there are several
  --document SLUG  the document that gets a further language
  --title TEXT     title; otherwise the first heading
  --engine NAME    what made the machine translation
  --source-locale  language of the source; guessed if not given
  --target-locale  language of the target; guessed if not given
${AS_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseCall(args, OPTIONS, ["SOURCE or TARGET", "TARGET?"]);
    const names = values.document ? [undefined, positionals[0]] : positionals;
    if (!names[1]) throw new CommandError("TARGET is missing.", 2, "usage");
    const file = async (name: string) => ({ kind: "file", name, bytes: await readInput(io, name) }) as const;
    const [source, target] = [names[0] ? await file(names[0]) : null, await file(names[1])];
    const saved = await withContext(values.as, async (ctx) => {
      const document = values.document ? await documentBySlug(ctx, values.document) : null;
      const projectId = document?.projectId ?? (await projectBySlug(ctx, values.project)).id;
      const started = await startImport(ctx, {
        projectId,
        documentId: document?.documentId ?? null,
        source,
        target,
        title: values.title,
        mtEngine: values.engine,
        sourceLocale: values["source-locale"] ?? null,
        targetLocale: values["target-locale"] ?? null,
      });
      if (!started.ok) throw new CommandError(faultWords(started.error), 1, started.error.code);
      const result = await saveImport(ctx, { importId: started.value.importId, version: 1 });
      if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
      return { ...result.value, related: started.value.related };
    });
    if (values.json) return io.print(JSON.stringify(saved));
    io.print(`Imported: translation ${saved.translationId}.`);
    if (!saved.related) io.print("But this does not look like a translation of that.");
  },
};
