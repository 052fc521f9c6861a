import { listDocuments } from "@/lib/services/documents/list-documents";
import { type Command, JSON_OPTION, parseCall, table } from "../command";
import { AS_HELP, AS_OPTION, withContext } from "../with-context";

export const documents: Command = {
  name: "documents",
  summary: "List documents and the state of their translations",
  help: `gegenlesen documents [--json] [--as EMAIL]

Lists the documents that the person may read, one row per translation.

${AS_HELP}
  --json           {"documents":[…]} with all counts`,
  async run(args, io) {
    const { values } = parseCall(args, { ...JSON_OPTION, ...AS_OPTION }, []);
    const listed = await withContext(values.as, listDocuments);
    const found = listed.ok ? listed.value.documents : [];
    if (values.json) return io.print(JSON.stringify({ documents: found }));
    const rows = found.flatMap((document) =>
      document.translations.map((one) => [
        document.slug,
        `${document.sourceLocale}→${one.targetLocale}`,
        `${one.approved}/${one.segments}`,
        String(one.open),
        one.published ? (one.changedSincePublication ? "published, changed since" : "published") : "–",
        document.title,
      ]),
    );
    io.print(table([["slug", "locales", "approved", "open", "readers see", "title"], ...rows]));
  },
};
