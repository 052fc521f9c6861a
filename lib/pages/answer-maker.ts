import { innerServer, type RequestHandler } from "./inner-server";
import type { MakerAnswer, MakerQuestion } from "./long-page-maker";
import { innerMaker } from "./page-maker";

/** What the process that makes long pages does: one page after the other, so that it never holds two in memory. */
export function answerMaker(
  next: RequestHandler,
  publicAddress: string,
  tell: (answer: MakerAnswer) => void,
): (question: MakerQuestion) => void {
  const make = innerMaker(innerServer(next, new URL(publicAddress)));
  let last: Promise<void> = Promise.resolve();
  return ({ id, address }) => {
    last = last
      .then(() => make(address))
      .then(
        (made) => tell({ id, made }),
        (error: Error) => tell({ id, problem: error.message }),
      );
  };
}
