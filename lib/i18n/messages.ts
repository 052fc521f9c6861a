import type { UiLocale } from "./locales";

/** The namespaces and their keys. One line here and one file per language add a namespace. */
export interface Messages {
  admin: typeof import("@/messages/en/admin.json");
  alignment: typeof import("@/messages/en/alignment.json");
  auth: typeof import("@/messages/en/auth.json");
  common: typeof import("@/messages/en/common.json");
  decisions: typeof import("@/messages/en/decisions.json");
  documents: typeof import("@/messages/en/documents.json");
  errors: typeof import("@/messages/en/errors.json");
  history: typeof import("@/messages/en/history.json");
  import: typeof import("@/messages/en/import.json");
  keyboard: typeof import("@/messages/en/keyboard.json");
  making: typeof import("@/messages/en/making.json");
  publication: typeof import("@/messages/en/publication.json");
  queue: typeof import("@/messages/en/queue.json");
  reader: typeof import("@/messages/en/reader.json");
  reports: typeof import("@/messages/en/reports.json");
  version: typeof import("@/messages/en/version.json");
  workbench: typeof import("@/messages/en/workbench.json");
}

export type Namespace = keyof Messages;

export type MessageBundle = Readonly<Record<string, unknown>>;

/** The messages of one namespace in one language, from the bundled files. */
export async function readMessages(locale: UiLocale, namespace: Namespace): Promise<MessageBundle> {
  const file: { default: MessageBundle } = await import(`../../messages/${locale}/${namespace}.json`);
  return file.default;
}

/** Several namespaces at once, in the shape that i18next takes as the resources of a language. */
export async function readNamespaces(
  locale: UiLocale,
  namespaces: readonly Namespace[],
): Promise<Record<string, MessageBundle>> {
  const bundles = await Promise.all(namespaces.map((namespace) => readMessages(locale, namespace)));
  return Object.fromEntries(namespaces.map((namespace, index) => [namespace, bundles[index] ?? {}]));
}
