import "server-only";

/** The signed-in person, as far as the frame of a page needs it; null for a visitor. */
export type Viewer = {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly canImport: boolean;
  readonly canDecide: boolean;
  readonly canPropose: boolean;
  readonly openProposals: number;
} | null;

export async function currentViewer(): Promise<Viewer> {
  return null;
}
