import "server-only";

import { CHANGE_GRADES } from "@/lib/core/reimport/grade-change";
import { type DocumentId, parseId, type UserId } from "@/lib/core/shared/ids";
import { listTogether } from "@/lib/services/decisions/list-together";
import { listSecondLooks } from "@/lib/services/second-looks/list-second-looks";
import { listMyMentions } from "@/lib/services/threads/mentions";
import { pageContext } from "./context";

/** What an address asks for; anything that it should not hold asks for nothing. */
export interface TogetherQuery {
  readonly document?: string | readonly string[];
  readonly author?: string | readonly string[];
  readonly language?: string | readonly string[];
  readonly change?: string | readonly string[];
}

/** Proposals that the person may decide on together, and what there is to choose from. */
export async function loadTogether(query: TogetherQuery) {
  const grade = CHANGE_GRADES.find((one) => one === query.change) ?? null;
  const listed = await listTogether(await pageContext(), {
    documentId: parseId<DocumentId>(query.document),
    authorId: parseId<UserId>(query.author),
    targetLocale: typeof query.language === "string" && query.language !== "" ? query.language : null,
    grade,
  });
  return listed.ok
    ? listed.value
    : { items: [], own: 0, facets: { documents: [], authors: [], locales: [] } };
}

/** Comments that name the person. */
export async function loadMyMentions() {
  const listed = await listMyMentions(await pageContext());
  return listed.ok ? listed.value : [];
}

/** Approvals of others that this person looks at a second time, and what such looks came to. */
export async function loadSecondLooks() {
  const listed = await listSecondLooks(await pageContext());
  return listed.ok
    ? listed.value
    : { due: [], tally: { waiting: 0, looked: 0, confirmed: 0 }, objections: [] };
}
