import type { Scenario } from "../scenario";
import type { Door, Least } from "./door";

/** Pages, by the folder of their file. */
export function pages(
  the: Scenario,
  own: { importId: string; versionId: string; slug: string; reportToken: string },
  documentId: string,
): Record<string, Door> {
  const page = (least: Least, address: string): Door => ({ kind: "page", least, address: `/en${address}` });
  return {
    "(reader)": page("anybody", ""),
    "(reader)/articles/[slug]": page("anybody", `/articles/${own.slug}`),
    "(reader)/articles/[slug]/[lang]": page("anybody", `/articles/${own.slug}/en`),
    "(reader)/articles/[slug]/[lang]/parallel": page("anybody", `/articles/${own.slug}/en/parallel`),
    "(reader)/articles/[slug]/[lang]/report": page(
      "anybody",
      `/articles/${own.slug}/en/report?paragraph=p-1`,
    ),
    "(reader)/articles/[slug]/[lang]/made": page("anybody", `/articles/${own.slug}/en/made`),
    "(reader)/articles/[slug]/[lang]/changes": page("anybody", `/articles/${own.slug}/en/changes`),
    "(reader)/articles/[slug]/[lang]/versions/[number]": page(
      "anybody",
      `/articles/${own.slug}/en/versions/1`,
    ),
    "(reader)/reports/[token]": page("anybody", `/reports/${own.reportToken}`),
    "(reader)/preview/[token]": page("link", "/preview/no-link"),
    "(reader)/search": page("anybody", "/search?q=zug"),
    "(auth)/sign-in": page("anybody", "/sign-in"),
    "(auth)/setup": page("nobody", "/setup"),
    "(workbench)/documents": page("signed-in", "/documents"),
    "(workbench)/queue": page("signed-in", "/queue"),
    "(workbench)/queue/together": page("signed-in", "/queue/together"),
    "(workbench)/queue/second-look": page("signed-in", "/queue/second-look"),
    "(workbench)/queue/reports": page("signed-in", "/queue/reports"),
    "(workbench)/mine": page("signed-in", "/mine"),
    "(workbench)/account": page("signed-in", "/account"),
    "(workbench)/import": page("signed-in", "/import"),
    "(workbench)/import/[importId]": page("owner", `/import/${own.importId}`),
    "(workbench)/review/[translationId]": page("reader", `/review/${the.translationId}`),
    "(workbench)/import/version": page("editor", `/import/version?document=${documentId}`),
    "(workbench)/import/version/[importId]": page("owner", `/import/version/${own.versionId}`),
    "(workbench)/review/[translationId]/carried": page("reader", `/review/${the.translationId}/carried`),
    "(workbench)/review/[translationId]/history/[segmentId]": page(
      "reader",
      `/review/${the.translationId}/history/${the.segmentIds[0]}`,
    ),
    "(workbench)/review/[translationId]/publication": page(
      "editor",
      `/review/${the.translationId}/publication`,
    ),
    "(workbench)/review/[translationId]/align": page("reader", `/review/${the.translationId}/align`),
    "(admin)/admin": page("admin", "/admin"),
    "(admin)/admin/projects/[projectId]": page("admin", `/admin/projects/${the.projectId}`),
    "(admin)/admin/revert/[userId]": page("admin", `/admin/revert/${the.people.translator}`),
    "(admin)/admin/accounts": page("installation", "/admin/accounts"),
  };
}
