import { KEEP_PLACE } from "./keep-place";

/** The page's script, under its nonce; without a nonce the policy refuses it and the page is as useful. */
export function PlaceKeeper({ nonce }: { readonly nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, never a text of somebody
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: KEEP_PLACE }} />;
}
