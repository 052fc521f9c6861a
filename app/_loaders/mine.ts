import "server-only";

import { z } from "zod";
import { STANDINGS } from "@/lib/core/proposal/standing";
import type { DocumentId } from "@/lib/core/shared/ids";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { ALL_MINE, listMyProposals } from "@/lib/services/proposals/list-my-proposals";
import { PAGE_SIZE } from "@/lib/services/proposals/list-proposals";
import { pageContext } from "./context";

/** What an address may ask for. Anything else is as if it were not there. */
const wishes = z.object({
  standing: z.enum(STANDINGS).nullable().catch(null),
  document: z.uuid().nullable().catch(null),
  from: z.iso.date().nullable().catch(null),
  to: z.iso.date().nullable().catch(null),
});

export type MineQuery = Readonly<Record<string, string | readonly string[] | undefined>>;
export type MineWishes = z.infer<typeof wishes>;

/** A page (from 1) of the person's own proposals, and what the address asked for, as far as it could be read. */
export async function loadMyProposals(query: MineQuery, page: number) {
  const wanted = wishes.parse(query);
  const listed = await listMyProposals(await pageContext(), (page - 1) * PAGE_SIZE, {
    ...ALL_MINE,
    standing: wanted.standing,
    documentId: wanted.document as DocumentId | null,
    from: wanted.from,
    to: wanted.to,
    timeZone: displayTimeZone(),
  });
  return listed.ok ? { ...listed.value, wanted, pages: Math.ceil(listed.value.total / PAGE_SIZE) } : null;
}
