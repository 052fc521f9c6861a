import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_POLICY } from "@/lib/core/policy/policy";
import { changePolicy } from "@/lib/services/projects/change-policy";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { takeSecondLook } from "@/lib/services/second-looks/take-second-look";
import { propose, taken } from "@/tests/support/acts";
import { publish } from "@/tests/support/reports";
import { type PersonName, rowAt, type Scenario, scenario } from "@/tests/support/scenario";
export type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };
export const code = (answer: Answer): string => (answer.ok ? "done" : (answer.error?.code ?? ""));

/** What somebody who approves a row as it is has seen of it. */
export const look = async (the: Scenario, index: number) => {
  const { id: segmentId, revisionId, textHash } = await rowAt(the, index);
  return { segmentId, revisionId, textHash };
};

/** Rows of which a sample of the approvals is looked at once more. */
export async function watched(): Promise<Scenario> {
  const the = await scenario(Array.from({ length: 30 }, (_, i) => [`Satz ${i}.`, `Sentence ${i}.`] as const));
  const policy = { ...DEFAULT_POLICY, secondLooks: 100 };
  await changePolicy(the.as("admin"), { projectId: the.projectId, seen: 0, policy });
  await publish(the);
  return the;
}

/** Somebody who took no part in it objects to an approval. */
export async function reopen(
  own: Scenario,
  index: number,
  decisionId: ReturnType<typeof taken>,
): Promise<void> {
  const { revisionId, textHash } = await rowAt(own, index);
  const look = { decisionId, seen: { revisionId, textHash }, outcome: "reopened", note: "Look." } as const;
  expect(await takeSecondLook(own.as("admin"), look)).toMatchObject({ ok: true });
}

/** A row with words of the editor's that were approved, and are so no more. */
export async function reopened(the: Scenario, index: number): Promise<void> {
  const { decisionId } = await approved(the, index, "editor", "editor2");
  await reopen(the, index, decisionId);
}

/** An approval that the sample picked. */
export async function approved(the: Scenario, index: number, by: PersonName, decider: PersonName) {
  const accepted = await acceptProposal(the.as(decider), await propose(the, by, index, `Approved ${index}.`));
  const decisionId = taken(accepted);
  const { revisionId } = await rowAt(the, index);
  return { decisionId, revisionId };
}

/** The words for it, in one language. */
export const messages = (locale: string, of: "error" | "proposal" = "error") =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${locale}/workbench.json`, import.meta.url).pathname, "utf8"),
  )[of] as Readonly<Record<string, string>>;

/** Tries each, and expects that it is refused as one's own words, for which both languages have a sentence. */
export const refusesEach = (attempts: Readonly<Record<string, () => Promise<Answer>>>) =>
  it.each(Object.keys(attempts))("%s is refused, and told so in both languages", async (sentence) => {
    const answer = await attempts[sentence]?.();
    const refusal = answer ? code(answer) : "";
    expect(refusal).toBe("own-words");
    for (const locale of ["de", "en"]) expect(messages(locale)[refusal]).toMatch(/\w/);
  });
