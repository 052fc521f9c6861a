import { readerScriptAddress } from "./reader-scripts";

/**
 * The script of an article's page. Not `async`: a paragraph that is put right only after the first paint jumps.
 * The nonce is for the page as the framework serves it; published pages go out without (lib/pages).
 */
export function PlaceKeeper({ nonce }: { readonly nonce: string | undefined }) {
  return <script nonce={nonce} src={readerScriptAddress("keep-place")} />;
}
