import { wholePercent } from "@/lib/core/shared/share";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { type Command, CommandError, JSON_OPTION, parseCall } from "../command";
import { faultWords } from "../fault-words";
import { documentBySlug, translationOf } from "../find-by-slug";
import { AS_HELP, AS_OPTION, withContext } from "../with-context";

export const publish: Command = {
  name: "publish",
  summary: "Publish a translation, or withdraw it",
  help: `gegenlesen publish SLUG [--locale TAG] [--note TEXT] [--withdraw] [--json] [--as EMAIL]

Shows the current texts of a translation to readers.

  --locale         which translation, if the document has several
  --note           what was corrected since the last time, in words for readers
  --withdraw       take it away from readers instead
${AS_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseCall(
      args,
      {
        ...JSON_OPTION,
        ...AS_OPTION,
        locale: { type: "string" },
        note: { type: "string", default: "" },
        withdraw: { type: "boolean", default: false },
      },
      ["SLUG"],
    );
    const result = await withContext(values.as, async (ctx) => {
      const document = await documentBySlug(ctx, positionals[0] ?? "");
      const { translationId } = translationOf(document, values.locale);
      return values.withdraw
        ? withdrawPublication(ctx, { translationId })
        : publishTranslation(ctx, { translationId, note: values.note });
    });
    if (!result.ok) throw new CommandError(faultWords(result.error), 1, result.error.code);
    if (values.json) return io.print(JSON.stringify(result.value ?? { withdrawn: true }));
    const published = result.value;
    io.print(
      published
        ? `Published as number ${published.number}: /articles/${published.slug}/${published.targetLocale}, ${wholePercent(published.reviewedShare)} % reviewed.`
        : "Withdrawn.",
    );
  },
};
