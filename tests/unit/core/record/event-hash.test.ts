import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkChain, checkChainEnd, EMPTY_CHAIN, type SealedEvent } from "@/lib/core/record/check-chain";
import { eventForm, type HashedEvent } from "@/lib/core/record/event-hash";
import { random } from "../../../support/random";

const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const EVENT: HashedEvent = {
  sequence: "7",
  type: "proposal.accepted",
  projectId: null,
  actor: "user:ä",
  subjectType: "proposal",
  subjectId: "1",
  payload: "{}",
  createdAt: "0",
};

it("writes every field with its length in bytes, so that no text can pass for two fields", () => {
  expect(eventForm(EVENT, "3", "ff")).toBe(
    "18:gegenlesen-event-1,2:ff,1:3,1:7,17:proposal.accepted,0:,7:user:ä,8:proposal,1:1,2:{},1:0,",
  );
});

it("gives two events the same form only if they are equal", () => {
  const next = random(11);
  const fields = Object.keys(EVENT) as (keyof HashedEvent)[];
  const value = () => ["", "1", ":", ",", "1:,", "2:1,", "a1:"][Math.floor(next() * 7)] ?? "";
  const seen = new Map<string, string>();
  for (let i = 0; i < 5_000; i++) {
    const event = Object.fromEntries(fields.map((field) => [field, value()])) as unknown as HashedEvent;
    const form = eventForm(event, "1", "");
    const known = seen.get(form);
    if (known !== undefined) expect(JSON.stringify(event)).toBe(known);
    seen.set(form, JSON.stringify(event));
  }
});

function chainOf(length: number): SealedEvent[] {
  let previousHash = "";
  return Array.from({ length }, (_, index) => {
    const event = { ...EVENT, sequence: String(index + 1) };
    const number = String(index + 1);
    const sealed = {
      ...event,
      seal: { number, previousHash, hash: hash(eventForm(event, number, previousHash)) },
    };
    previousHash = sealed.seal.hash;
    return sealed;
  });
}

const codes = (events: readonly SealedEvent[]) =>
  checkChain("chain", events, EMPTY_CHAIN, hash).findings.map(({ code, place }) => `${code} ${place.id}`);

describe("a chain", () => {
  it("holds as it was sealed, also when it is read in pieces", () => {
    const events = chainOf(9);
    expect(codes(events)).toEqual([]);
    const first = checkChain("chain", events.slice(0, 4), EMPTY_CHAIN, hash);
    const second = checkChain("chain", events.slice(4), first.head, hash);
    expect(second.findings).toEqual([]);
    expect(checkChainEnd("chain", second.head, { length: 9n, hash: events[8]?.seal?.hash ?? "" })).toEqual(
      [],
    );
  });

  it.each(["type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt"] as const)(
    "shows a change of %s, once",
    (field) => {
      const events = chainOf(5);
      events[2] = { ...(events[2] as SealedEvent), [field]: "changed" };
      expect(codes(events)).toEqual(["event-changed 3"]);
    },
  );

  it("shows an event that is missing, two that changed places, and one without seal", () => {
    expect(codes(chainOf(5).toSpliced(2, 1))).toEqual(["event-missing 4"]);
    const [a, b, c] = chainOf(3) as [SealedEvent, SealedEvent, SealedEvent];
    expect(codes([b, a, c])).toEqual(["event-missing 2", "event-missing 1", "event-missing 3"]);
    expect(codes([a, { ...b, seal: null }])).toEqual(["event-not-sealed 2"]);
  });

  it("shows an end that was cut off, an end that is longer, and one that nobody stored", () => {
    const { head } = checkChain("chain", chainOf(4), EMPTY_CHAIN, hash);
    const end = (stored: typeof head | null) => checkChainEnd("chain", head, stored).map(({ code }) => code);
    expect(end({ length: 5n, hash: "x" })).toEqual(["chain-end-changed"]);
    expect(end({ ...head, hash: "x" })).toEqual(["chain-end-changed"]);
    expect(end(null)).toEqual(["chain-end-changed"]);
  });
});
