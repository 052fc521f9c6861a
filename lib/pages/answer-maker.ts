import { innerServer, type RequestHandler } from "./inner-server";
import type { MakerAnswer } from "./long-page-maker";
import type { PageAddress } from "./page-address";
import { innerMaker } from "./page-maker";

/** What the process that makes long pages does with an address. Never rejects. */
export function answerMaker(
  next: RequestHandler,
  publicAddress: string,
): (address: PageAddress) => Promise<MakerAnswer> {
  const make = innerMaker(innerServer(next, new URL(publicAddress)));
  return (address) =>
    make(address).then(
      (made) => ({ made }),
      (error: Error) => ({ problem: error.message }),
    );
}
