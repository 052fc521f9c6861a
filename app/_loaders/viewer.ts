import "server-only";

import { cache } from "react";
import { currentPerson } from "@/lib/auth/actor";
import { managesAnything, permissionsAnywhere } from "@/lib/services/projects/manage-projects";
import { countOpenQueue } from "@/lib/services/proposals/list-proposals";
import { pageContext } from "./context";

/** The signed-in person, as far as the frame of a page needs it; null for a visitor. */
export type Viewer = {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly canImport: boolean;
  readonly canDecide: boolean;
  readonly canPropose: boolean;
  /** Proposals that wait for a decision where the person may decide. */
  readonly openProposals: number;
} | null;

/** Who looks at the page. `isAdmin`: there is something for them to administer. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const person = await currentPerson();
  if (person?.actor.kind !== "user") return null;
  const ctx = await pageContext();
  const [may, isAdmin, openProposals] = await Promise.all([
    permissionsAnywhere(ctx),
    managesAnything(ctx),
    countOpenQueue(ctx),
  ]);
  return {
    userId: person.actor.userId,
    displayName: person.displayName,
    email: person.email,
    isAdmin,
    ...may,
    openProposals,
  };
});
