import { eventForm, type HashedEvent } from "./event-hash";
import type { Finding, Hash } from "./finding";

/** An event with its place in the chain; without seal if the database never gave it one. */
export interface SealedEvent extends HashedEvent {
  readonly seal: { readonly number: string; readonly previousHash: string; readonly hash: string } | null;
}

/** Where the reading of a chain stands: the place and the hash of the last event that was read. */
export interface ChainHead {
  readonly length: bigint;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { length: 0n, hash: "" };

/**
 * Reads on in a chain: every event hashes to its seal, follows the one before it, and none is left out.
 *
 * @param events In the order of their places; those without a seal anywhere.
 * @returns What is wrong, and where the chain stands now. After a fault the chain goes on from the seal as it is
 *   stored, so that one changed event is told once.
 */
export function checkChain(
  chain: string,
  events: readonly SealedEvent[],
  before: ChainHead,
  hash: Hash,
): { readonly head: ChainHead; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let head = before;
  const report = (code: Finding["code"], event: HashedEvent) =>
    findings.push({
      code,
      place: {
        table: "Event",
        id: event.sequence,
        where: `${event.type} · ${event.subjectType} ${event.subjectId} · ${chain}`,
      },
    });
  for (const event of events) {
    if (!event.seal) {
      report("event-not-sealed", event);
      continue;
    }
    const { number, previousHash, hash: sealed } = event.seal;
    const follows = BigInt(number) === head.length + 1n && previousHash === head.hash;
    if (!follows) report("event-missing", event);
    if (hash(eventForm(event, number, previousHash)) !== sealed) report("event-changed", event);
    head = { length: BigInt(number), hash: sealed };
  }
  return { head, findings };
}

/** Does a chain end where the database says that it ends? */
export function checkChainEnd(chain: string, read: ChainHead, stored: ChainHead | null): readonly Finding[] {
  const { length, hash } = stored ?? EMPTY_CHAIN;
  if (read.length === length && read.hash === hash) return [];
  return [
    {
      code: "chain-end-changed",
      place: { table: "EventChain", id: chain, where: `${read.length} of ${length} events` },
    },
  ];
}
