import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { undoDecision } from "@/lib/services/decisions/undo-decision";
import { acceptProposal, declineProposal } from "@/lib/services/proposals/decide-proposal";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { answerReport } from "@/lib/services/reports/answer-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { readReportStatus } from "@/lib/services/reports/read-reports";
import { stopMail } from "@/lib/services/reports/stop-mail";
import { forgetAddresses, tellReaders } from "@/lib/services/reports/tell-readers";
import { check } from "@/tests/fault/check";
import { taken } from "@/tests/support/acts";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { ADDRESS, kept, MINUTES, post } from "@/tests/support/report-mail";
import { filed, onlyProposal, publish, report, waiting } from "@/tests/support/reports";
import { NOW, type Scenario, scenario } from "@/tests/support/scenario";

const ENDED = { address: null, token: null };
const inGerman = { address: ADDRESS, uiLocale: "de" };
const inEnglish = { address: ADDRESS, uiLocale: "en" };

let the: Scenario;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  the = await scenario();
  await publish(the);
  server.received.length = 0;
  server.refusals.clear();
});
afterEach(() => the.close());

/** A proposal of somebody who is signed in, so that one editor decides. */
const asked = (input = {}) => filed(the, "reader", { mail: inEnglish, ...input });
/** The editor, so many minutes after everything else. */
const later = (minutes: number) => ({
  ...the.as("editor"),
  now: () => new Date(NOW.getTime() + minutes * MINUTES),
});
const last = () => {
  const mail = server.received.at(-1);
  if (!mail) throw new Error("no mail came");
  return mail;
};

describe("a reader who left an address", () => {
  it("is told of the acceptance, then of the publication, and is forgotten with that", async () => {
    const { token } = await asked({ mail: inGerman });
    expect(await post(the, server)).toBe(0);
    await acceptProposal(the.as("editor"), await onlyProposal(the));
    expect(await post(the, server)).toBe(1);
    expect(last()).toMatchObject({ from: "post@gegenlesen.example", to: [ADDRESS] });
    expect(last().mail.subject).toBe("Ihre Meldung zu „The train from Trieste“");
    const link = `https://gegenlesen.example/de/reports/${token}`;
    expect(last().mail.text).toContain("Ihre Meldung wurde am 4. März 2026 aufgegriffen.");
    expect(last().mail.text).toContain(`${link}\n`);
    expect(last().mail.text).toContain(`${link}#mail\n`);
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, told: "accepted", endedAs: null }]);

    expect(await post(the, server)).toBe(0);
    await publish(the);
    expect(await post(the, server)).toBe(1);
    expect(last().mail.text).toContain("seit dem 4. März 2026 steht der bessere Text im Artikel.");
    expect(last().mail.text).toContain("Das war unsere letzte Nachricht dazu.");
    expect(last().mail.text).not.toContain("#mail");
    expect(await kept(the)).toMatchObject([{ ...ENDED, endedAs: "told" }]);
    await publish(the);
    expect(await post(the, server)).toBe(0);
    expect(server.received).toHaveLength(2);
    expect(await readReportStatus(the, token)).toMatchObject({ value: { mail: "told" } });
    expect(await check(the.url)).toEqual([]);
  });

  it("hears why it was declined, in the language of the page, as a mail that no program answers", async () => {
    await asked();
    const note = "It is\r\nBcc: all@example.org \u202ea name.";
    await declineProposal(the.as("editor"), { ...(await onlyProposal(the)), reason: "style", note });
    expect(await post(the, server)).toBe(1);
    const { raw, mail, to } = last();
    expect(to).toEqual([ADDRESS]);
    expect(mail.text).toContain("The text stays as it is; this was decided on 4 March 2026.");
    expect(mail.text).toContain("Style: It is\nBcc: all@example.org a name.");
    const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.get("content-language")).toBe("en");
    expect(headers.has("bcc")).toBe(false);
    expect(headers.get("content-type")).toMatch(/^text\/plain; charset=utf-8/);
    expect(raw).not.toMatch(/text\/html/);
    expect(await kept(the)).toMatchObject([{ ...ENDED, endedAs: "told" }]);
  });

  it("hears what somebody answered to a remark, and nothing of what was reported is sent along", async () => {
    await asked({ wording: "", remark: "Buy pills, dear owner of this address." });
    const [waits] = await waiting(the);
    const answer = {
      reportId: waits?.id as never,
      state: "answered",
      answer: "Thank you, it is right.",
    } as const;
    await answerReport(the.as("editor"), answer);
    expect(await post(the, server)).toBe(1);
    expect(last().mail.text).toContain("Thank you, it is right.");
    expect(last().mail.text).not.toContain("pills");
    expect(last().mail.text).not.toContain("15.40");
  });

  it("is written to only when an outcome has stood for five minutes, and once for several", async () => {
    await asked();
    const decisionId = taken(await acceptProposal(later(1), await onlyProposal(the)));
    expect(await post(the, server, 4 * MINUTES)).toBe(0);
    expect(await undoDecision(later(2), { decisionId })).toMatchObject({ ok: true });
    expect(await post(the, server)).toBe(0);
    await acceptProposal(later(3), await onlyProposal(the));
    await publishTranslation(later(4), { translationId: the.translationId });
    expect(await post(the, server, 4 * MINUTES)).toBe(0);
    expect(await post(the, server)).toBe(1);
    expect(last().mail.text).toContain("the better text has been in the article since");
  });

  it("is told when what they were told is taken back", async () => {
    await asked();
    const decisionId = taken(await acceptProposal(later(1), await onlyProposal(the)));
    expect(await post(the, server)).toBe(1);
    expect(await undoDecision(later(2), { decisionId })).toMatchObject({ ok: true });
    expect(await post(the, server)).toBe(1);
    expect(last().mail.text).toContain("What we last wrote to you about it no longer holds");
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, told: "waiting" }]);
    const first = last().mail.messageId;

    // the same once more is another letter, which no mail program takes for the first
    const again = taken(await acceptProposal(later(3), await onlyProposal(the)));
    expect(await post(the, server)).toBe(1);
    expect(await undoDecision(later(4), { decisionId: again })).toMatchObject({ ok: true });
    expect(await post(the, server)).toBe(1);
    expect(last().mail.text).toContain("What we last wrote to you about it no longer holds");
    expect(last().mail.messageId).not.toBe(first);
  });

  it("is not forgotten with a last letter that was overtaken on its way", async () => {
    await asked();
    const proposal = await onlyProposal(the);
    const decisionId = taken(await declineProposal(later(1), { ...proposal, reason: "style" }));
    await tellReaders({ db: the.db, now: () => new Date(Date.now() + 6 * MINUTES) }, async () => {
      await undoDecision(later(2), { decisionId });
      await the.db.pool.query(`UPDATE "ReportMail" SET "news" = "news" + 1`);
      return "delivered";
    });
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, told: "declined", endedAs: null }]);
    expect(await post(the, server, 13 * MINUTES)).toBe(1);
    expect(last().mail.text).toContain("What we last wrote to you about it no longer holds");
  });

  it("hears of an article that was withdrawn without its title", async () => {
    await asked({ mail: inGerman });
    await acceptProposal(the.as("editor"), await onlyProposal(the));
    await withdrawPublication(the.as("editor"), { translationId: the.translationId });
    expect(await post(the, server)).toBe(1);
    expect(last().mail.subject).toBe("Ihre Meldung");
    expect(last().raw).not.toContain("Trieste");
  });

  it("is told, too, if somebody else had said the same before", async () => {
    const second = { address: "zweiter@example.org", uiLocale: "en" };
    await asked();
    await filed(the, null, { mail: second });
    await declineProposal(the.as("editor"), { ...(await onlyProposal(the)), reason: "no-improvement" });
    await filed(the, null, { mail: { ...second, address: "dritte@example.org" } });
    expect(await post(the, server)).toBe(3);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual([
      "dritte@example.org",
      ADDRESS,
      second.address,
    ]);
  });
});

describe("an address", () => {
  it("is forgotten when its owner wants no more mail, also in the middle of a conversation", async () => {
    const { token } = await asked();
    await acceptProposal(the.as("editor"), await onlyProposal(the));
    const now = () => new Date(Date.now() + 6 * MINUTES);
    const deliver = async () => {
      expect(await stopMail({ db: the.db, now }, token)).toEqual({ ok: true, value: null });
      return "delivered" as const;
    };
    expect(await tellReaders({ db: the.db, now }, deliver)).toBe(1);
    expect(await kept(the)).toMatchObject([{ ...ENDED, endedAs: "stopped" }]);
    await publish(the);
    expect(await post(the, server)).toBe(0);
    expect(await stopMail({ db: the.db, now }, token)).toMatchObject({ ok: true });
    for (const other of ["x", "a".repeat(24)])
      expect((await stopMail({ db: the.db, now }, other)).ok).toBe(other.length === 24);
    expect(await readReportStatus(the, token)).toMatchObject({ value: { mail: "stopped" } });
  });

  it("is forgotten after a year without a final answer, and not a day before", async () => {
    await asked();
    const { createdAt } = await the.db.prisma.reportMail.findFirstOrThrow();
    const daysOn = (days: number) => ({
      db: the.db,
      now: () => new Date(createdAt.getTime() + days * 86_400_000 + 1),
    });
    expect(await forgetAddresses(daysOn(364))).toBe(0);
    expect(await forgetAddresses(daysOn(365))).toBe(1);
    expect(await kept(the)).toMatchObject([{ ...ENDED, endedAs: "expired" }]);
  });

  it("is refused if mail cannot be sent to it, or if many reports wait for it, and the report is not stored", async () => {
    for (const address of [
      "x",
      "a@b",
      "a b@example.org",
      "a@example.org\r\nBcc: b@example.org",
      "a＠example.org",
      '"a"@example.org',
      "a@example.org,b@example.org",
      `${"a".repeat(250)}@example.org`,
    ])
      expect(await fileReport(the.as("reader"), report({ mail: { address, uiLocale: "en" } }))).toEqual({
        ok: false,
        error: { code: "bad-email", field: "address" },
      });
    for (let at = 0; at < 10; at++) await asked({ wording: "", remark: `Number ${at}` });
    const eleventh = report({ mail: { ...inEnglish, address: ` ${ADDRESS.toUpperCase()}` } });
    expect(await fileReport(the.as("editor"), eleventh)).toMatchObject({
      error: { code: "too-many-mails", field: "address" },
    });
    expect(await the.db.prisma.report.count()).toBe(10);
  });

  it("cannot stay when the mail has ended, even if somebody writes to the database", async () => {
    await asked();
    const end = the.db.pool.query(`UPDATE "ReportMail" SET "endedAs" = 'told', "endedAt" = now()`);
    await expect(end).rejects.toMatchObject({ code: "23514" });
  });
});
