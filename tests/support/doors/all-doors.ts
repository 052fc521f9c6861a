import type { ImportId } from "@/lib/core/shared/ids";
import type { Scenario } from "../scenario";
import { documentIdOf } from "../versions";
import { actions } from "./actions";
import { addresses } from "./addresses";
import type { Door } from "./door";
import { pages } from "./pages";

/**
 * Every door of the application, by the file of its page, the method and file of its address
 * or the name of its action. Acts that would change what the next person finds name a version
 * that is no longer true: an allowed person is then refused for that, after the question of the role.
 */
export async function allDoors(
  the: Scenario,
  own: {
    readonly importId: ImportId;
    readonly versionId: ImportId;
    readonly slug: string;
    readonly proposalId: string;
    /** Cannot be undone any more: its author has gone on. */
    readonly decisionId: string;
    readonly threadId: string;
    /** An act on many of the second editor. */
    readonly batchId: string;
    readonly planId: string;
    /** A report that somebody has answered already, and the secret part of its address. */
    readonly reportId: string;
    readonly reportToken: string;
  },
): Promise<Readonly<Record<string, Door>>> {
  const documentId = await documentIdOf(the);
  return {
    ...pages(the, own, documentId),
    ...(await addresses(the, own.proposalId)),
    ...(await actions(the, own, documentId)),
  };
}
