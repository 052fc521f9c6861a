import type { TranslationId } from "@/lib/core/shared/ids";
import { inTransaction } from "@/lib/db/client";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { pairedTexts } from "./paired-texts";
import { NOW, type Scenario } from "./scenario";

/** One more article of a scenario, published at an instant. Its titles are the first pair of texts. */
export async function publishArticle(
  the: Scenario,
  rows: readonly (readonly [string, string])[],
  {
    sourceLocale = "de",
    targetLocale = "en",
    at = NOW,
  }: { readonly sourceLocale?: string; readonly targetLocale?: string; readonly at?: Date } = {},
): Promise<TranslationId> {
  const { translationId } = await inTransaction(the.db, (tx) =>
    saveBitext(
      tx,
      {
        projectId: the.projectId,
        settings: { title: rows[0]?.[0] ?? "", sourceLocale, targetLocale, mtEngine: "" },
        ...pairedTexts(rows),
        existing: null,
      },
      the.people.importer,
      at,
    ),
  );
  const published = await publishTranslation({ ...the.as("editor"), now: () => at }, { translationId });
  if (!published.ok) throw new Error(`cannot publish: ${published.error.code}`);
  return translationId;
}
