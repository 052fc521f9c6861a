import type { DocumentEntry, TranslationEntry } from "@/lib/db/documents/read";
import type { ProjectRow } from "@/lib/db/projects";
import type { ServiceContext } from "@/lib/services/context";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { CommandError } from "./command";

/** The document with this slug among those the person may read. */
export async function documentBySlug(ctx: ServiceContext, slug: string): Promise<DocumentEntry> {
  const listed = await listDocuments(ctx);
  const document = listed.ok ? listed.value.documents.find((entry) => entry.slug === slug) : undefined;
  if (document) return document;
  throw new CommandError(`There is no document "${slug}". See gegenlesen documents.`, 1, "not-found");
}

/** Its translation into `locale`, or its only one. */
export function translationOf(document: DocumentEntry, locale: string | undefined): TranslationEntry {
  const found = locale
    ? document.translations.find((one) => one.targetLocale.toLowerCase() === locale.toLowerCase())
    : document.translations.length === 1
      ? document.translations[0]
      : undefined;
  if (found) return found;
  const locales = document.translations.map((one) => one.targetLocale).join(", ");
  throw new CommandError(
    locale
      ? `"${document.slug}" has no translation into ${locale}, only ${locales}.`
      : `Say which translation: --locale (${locales}).`,
    locale ? 1 : 2,
    "not-found",
  );
}

/** The project with this slug, or the only one, among those the person may import into. */
export async function projectBySlug(ctx: ServiceContext, slug: string | undefined): Promise<ProjectRow> {
  const listed = await listDocuments(ctx);
  const projects = listed.ok ? listed.value.importInto : [];
  const found = slug
    ? projects.find((one) => one.slug === slug)
    : projects.length === 1
      ? projects[0]
      : undefined;
  if (found) return found;
  const slugs = projects.map((one) => one.slug).join(", ") || "none";
  throw new CommandError(
    slug
      ? `There is no project "${slug}" to import into, only: ${slugs}.`
      : `Say which project: --project (${slugs}).`,
    slug ? 1 : 2,
    "not-found",
  );
}
