import type { InnerServer } from "./inner-server";
import { type MadePage, makePage } from "./make-page";
import type { PageAddress } from "./page-address";

/** Makes the page of an address: asks the framework, strips, compresses. Rejects if that cannot be done. */
export type PageMaker = (address: PageAddress) => Promise<MadePage>;

/** Makes it here, which holds this process for about a millisecond per paragraph. */
export const innerMaker =
  (inner: InnerServer): PageMaker =>
  async (address) =>
    makePage(address, await inner.ask(address.path));
