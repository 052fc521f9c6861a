import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, type Database } from "@/lib/db/client";
import { declineProposal } from "@/lib/services/proposals/decide-proposal";
import { answerReport } from "@/lib/services/reports/answer-report";
import { readReportStatus } from "@/lib/services/reports/read-reports";
import { tellReaders } from "@/lib/services/reports/tell-readers";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { RACE_ROUNDS } from "@/tests/support/race-rounds";
import { ADDRESS, kept, MINUTES, post } from "@/tests/support/report-mail";
import { filed, forgetLimits, onlyProposal, publish, waiting } from "@/tests/support/reports";
import { type Scenario, scenario } from "@/tests/support/scenario";

let the: Scenario;
let second: Database;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await server.stop();
  await second?.close();
  await the?.close();
});
beforeEach(async () => {
  await second?.close();
  await the?.close();
  the = await scenario();
  second = connect(the.url, 4);
  await publish(the);
  server.received.length = 0;
  server.refusals.clear();
});

/** A report that was declined, of which its reader wants to hear; gives the secret part of its private address. */
async function declined(address = ADDRESS): Promise<string> {
  const { token } = await filed(the, "reader", { mail: { address, uiLocale: "en" } });
  await declineProposal(the.as("editor"), { ...(await onlyProposal(the)), reason: "style" });
  return token;
}

const HOUR = 60 * MINUTES;
const failures = () => the.db.prisma.event.findMany({ where: { type: "report.mail-failed" } });

describe("a letter", () => {
  it("waits while the mail server is down, is tried again later each time, and goes out when it is up", async () => {
    await declined();
    const away = await startMailServer();
    await away.stop();
    expect(await post(the, away)).toBe(0);
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, attempts: 1 }]);
    expect(await post(the, server, 6 * MINUTES)).toBe(0); // not yet its time
    expect(await post(the, away, 8 * MINUTES)).toBe(0);
    expect(await kept(the)).toMatchObject([{ attempts: 2 }]);
    const back = await startMailServer(away.port);
    expect(await post(the, back, 9 * MINUTES)).toBe(0);
    expect(await post(the, back, 14 * MINUTES)).toBe(1);
    expect(back.received).toHaveLength(1);
    await back.stop();
    expect(await failures()).toEqual([]);
  });

  it("is given up after two days, which the log and the reader's page say, and the address is gone", async () => {
    const token = await declined();
    const away = await startMailServer();
    await away.stop();
    for (let hour = 0; hour < 80; hour++) await post(the, away, 6 * MINUTES + hour * HOUR);
    expect(await kept(the)).toMatchObject([{ address: null, token: null, endedAs: "failed" }]);
    const [event, ...more] = await failures();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ payload: { reason: "postponed", attempts: 8 } });
    expect(
      JSON.stringify(event, (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain("leserin");
    expect(await readReportStatus(the, token)).toMatchObject({
      value: { mail: "failed", outcome: "declined" },
    });
  });

  it.each([
    [550, "no such user"],
    [550, "5.1.1 no such user"],
    [550, "5.2.1 this account was closed"],
  ])("is given up at once when the server says of the address: %i %s", async (responseCode, message) => {
    await declined();
    server.refusals.set(ADDRESS, { responseCode, message });
    expect(await post(the, server)).toBe(0);
    expect(await kept(the)).toMatchObject([{ address: null, endedAs: "failed" }]);
    expect(await failures()).toMatchObject([{ payload: { reason: "refused", attempts: 1 } }]);
  });

  it.each([
    [554, "5.7.1 relay access denied"],
    [530, "5.7.0 authentication required"],
    [552, "5.2.2 the letter box is full"],
    [554, "we do not like you"],
  ])("is tried again when the server says of us, or for now: %i %s", async (responseCode, message) => {
    await declined();
    server.refusals.set(ADDRESS, { responseCode, message });
    expect(await post(the, server)).toBe(0);
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, attempts: 1, endedAs: null }]);
    server.refusals.clear();
    expect(await post(the, server, 8 * MINUTES)).toBe(1);
  });

  it("is not tried more often because there are news while the server is down", async () => {
    await declined();
    const away = await startMailServer();
    await away.stop();
    await post(the, away);
    for (let time = 0; time < 8; time++) {
      await publish(the);
      await the.db.pool.query(`UPDATE "ReportNews" SET "createdAt" = "createdAt" - interval '1 hour'`);
      await post(the, away, 6 * MINUTES + 1000 * time);
    }
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, attempts: 1 }]);
    expect(await post(the, server, 8 * MINUTES)).toBe(1);
  });

  it("is postponed when whatever answers is no mail server, or hangs up", async () => {
    await declined();
    const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await post(the, { url: `smtp://127.0.0.1:${port}` })).toBe(0);
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, attempts: 1, endedAs: null }]);
    await new Promise((resolve) => other.close(resolve));
  });

  it("waits where no mail server is set up, and costs nobody the decision", async () => {
    await declined();
    const now = () => new Date(Date.now() + 6 * MINUTES);
    expect(await tellReaders({ db: the.db, now }, null)).toBe(0);
    expect(await kept(the)).toMatchObject([{ address: ADDRESS, attempts: 0 }]);
    expect(await post(the, server)).toBe(1);
  });

  it("goes out once more, with the same id, when the process that sent it died before it could note that", async () => {
    await declined();
    const ids: string[] = [];
    const died = tellReaders(
      { db: the.db, now: () => new Date(Date.now() + 6 * MINUTES) },
      async ({ id }) => {
        ids.push(id);
        // the note of it does not arrive
        await the.db.pool.query(`UPDATE "ReportMail" SET "takenUntil" = now() + interval '10 minutes'`);
        await the.db.pool.query(
          `ALTER TABLE "ReportMail" ADD CONSTRAINT "down" CHECK ("endedAs" IS NULL) NOT VALID`,
        );
        return "delivered";
      },
    );
    await expect(died).rejects.toThrow(/down/);
    await the.db.pool.query(`ALTER TABLE "ReportMail" DROP CONSTRAINT "down"`);
    expect(await post(the, server, 9 * MINUTES)).toBe(0); // it is still taken
    expect(await post(the, server, 12 * MINUTES)).toBe(1);
    expect(server.received[0]?.mail.messageId).toBe(`<report.${ids[0]}@gegenlesen.example>`);
    expect(await post(the, server, 24 * HOUR)).toBe(0);
  });
});

const ROUNDS = Math.max(5, Math.ceil(RACE_ROUNDS / 20));

it(`sends each of ${ROUNDS} letters once when four processes on two connections notice at once`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const mail = { address: `reader${round}@example.org`, uiLocale: "en" };
    await filed(the, "reader", { wording: "", remark: `Odd, ${round}.`, mail });
    const [waits] = await waiting(the);
    const answer = { reportId: waits?.id as never, state: "answered", answer: "Thank you." } as const;
    await answerReport(the.as("editor"), answer);
    await forgetLimits(the);
  }
  const sent = await Promise.all([
    post(the, server),
    post(the, server, 6 * MINUTES, second),
    post(the, server),
    post(the, server, 6 * MINUTES, second),
  ]);
  while ((await post(the, server)) > 0) sent.push(1);
  const to = server.received.flatMap((one) => one.to);
  expect(new Set(to).size).toBe(ROUNDS);
  expect(to).toHaveLength(ROUNDS);
  expect((await kept(the)).every(({ endedAs }) => endedAs === "told")).toBe(true);
});
