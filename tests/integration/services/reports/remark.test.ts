import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { withdrawProposal } from "@/lib/services/proposals/withdraw-proposal";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { answerReport, proposeFromReport } from "@/lib/services/reports/answer-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { check } from "@/tests/fault/check";
import { putForward, seen } from "@/tests/support/acts";
import { filed, onlyItem, publish, report, statusOf, waiting } from "@/tests/support/reports";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
beforeEach(async () => {
  await the?.close();
  the = await scenario();
  await publish(the);
});
afterAll(() => the.close());

describe("a remark", () => {
  const remark = { passage: "", wording: "", remark: "This is not what the original says." } as const;

  it("waits for an answer, which its reader gets, and ends once", async () => {
    const { token } = await filed(the, null, remark);
    const [waits] = await waiting(the);
    expect(waits).toMatchObject({ ...remark, rowNumber: 2, readers: 1, reporterName: null, mayAnswer: true });
    const reportId = waits?.id as never;
    expect(
      await answerReport(the.as("translator"), { reportId, state: "answered", answer: "No." }),
    ).toMatchObject({
      error: { code: "not-allowed" },
    });
    expect(await answerReport(the.as("editor"), { reportId, state: "declined", answer: " " })).toMatchObject({
      error: { code: "empty", field: "answer" },
    });
    expect(await answerReport(the.as("editor"), { reportId, state: "declined", answer: "It does." })).toEqual(
      {
        ok: true,
        value: null,
      },
    );
    expect(
      await answerReport(the.as("editor2"), { reportId, state: "answered", answer: "Yes." }),
    ).toMatchObject({
      error: { code: "settled-meanwhile" },
    });
    expect(await statusOf(the, token)).toMatchObject({ outcome: "declined", answer: "It does." });
    expect(await waiting(the)).toEqual([]);
  });

  it("becomes the proposal of whoever takes it up, and its reader hears what became of that", async () => {
    const { token } = await filed(the, null, remark);
    const [waits] = await waiting(the);
    const input = {
      reportId: waits?.id as never,
      baseRevisionId: waits?.currentRevisionId as never,
      targetText: "It leaves at 3.40 p.m.",
    };
    expect(
      await proposeFromReport(the.as("translator"), { ...input, targetText: waits?.currentText ?? "" }),
    ).toEqual({
      ok: false,
      error: { code: "unchanged" },
    });
    const proposed = await proposeFromReport(the.as("translator"), input);
    if (!proposed.ok) throw new Error(proposed.error.code);
    expect(await waiting(the)).toEqual([]);
    expect(await proposeFromReport(the.as("translator2"), input)).toMatchObject({
      error: { code: "settled-meanwhile" },
    });

    // taken back, it waits again
    await withdrawProposal(the.as("translator"), { proposalId: proposed.value, version: 1 });
    expect(await waiting(the)).toHaveLength(1);
    const again = await proposeFromReport(the.as("translator2"), input);
    if (!again.ok) throw new Error(again.error.code);
    const proposal = await seen(the, 1, again.value);
    await declineProposal(the.as("editor"), { ...proposal, reason: "style", note: "Fine as it is." });
    expect(await statusOf(the, token)).toMatchObject({
      outcome: "declined",
      declineReason: "style",
      answer: "Fine as it is.",
    });
    expect(await check(the.url)).toEqual([]);
  });

  it("is told apart from what is published: accepted first, in the article after the next publication", async () => {
    const { token } = await filed(the, "reader", {});
    expect(await statusOf(the, token)).toMatchObject({
      outcome: "waiting",
      article: { passage: "15.40 clock" },
    });
    await acceptProposal(the.as("editor"), await onlyItem(the));
    await publish(the);
    const first = await statusOf(the, token);
    expect(first).toMatchObject({ outcome: "published", publishedAt: expect.any(String) });
    // republished later, the article has the better text since the same day
    const editor = the.as("editor");
    const later = { ...editor, now: () => new Date(editor.now().getTime() + 30 * 24 * 60 * 60 * 1000) };
    await putForward(the, "translator", 0, "Another first sentence.");
    expect(await publishTranslation(later, { translationId: the.translationId })).toMatchObject({ ok: true });
    expect(await statusOf(the, token)).toEqual(first);
    await withdrawPublication(the.as("editor"), { translationId: the.translationId });
    const gone = await statusOf(the, token);
    expect(gone).toMatchObject({ outcome: "accepted", article: null });
    expect(JSON.stringify(gone)).not.toContain("15.40 clock");
    expect(await fileReport(the.as(null), report())).toMatchObject({ error: { code: "not-found" } });
  });
});
