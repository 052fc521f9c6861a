import type { Finding } from "@/lib/core/record/finding";
import { verifyAgainst } from "@/lib/services/record/verify-against";
import { verifyInstallation } from "@/lib/services/record/verify-installation";
import { type Command, CommandError, JSON_OPTION, parseCall } from "../command";
import { readRecordFile } from "../read-record-file";
import { withConnection } from "../with-context";

export const verify: Command = {
  name: "verify",
  summary: "Recompute the stored history and say what was changed behind the application's back",
  help: `gegenlesen verify [--against RECORD.json]… [--json]

Recomputes from the database: the hash of every text, the chains of revisions and of events, every
decision against the text that it was about, who wrote it and the policy of then, every publication
against the approved texts, and the log against all rows that it tells of. Exit code 1, and one line for each place, if anything does not hold.

  --against FILE   compare with a review record that was kept outside (gegenlesen record …), too: the place of its
                   publication in the log, and every paragraph's text, writers and approvals. This alone finds a
                   history that was rewritten as a whole. May be given several times
  --json           {"ok":…,"counts":{…},"findings":[{"code":…,"place":{"table":…,"id":…,"where":…}}]}`,
  async run(args, io) {
    const options = { ...JSON_OPTION, against: { type: "string", multiple: true } } as const;
    const { values } = parseCall(args, options, []);
    const records = await Promise.all((values.against ?? []).map((file) => readRecordFile(io, file)));
    const { counts, findings } = await withConnection(async (db) => {
      const client = await db.pool.connect();
      try {
        await client.query("SET statement_timeout = 0");
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        const verified = await verifyInstallation(client);
        const compared = await verifyAgainst(client, records);
        return { ...verified, findings: [...verified.findings, ...compared] };
      } finally {
        client.release(true);
      }
    });
    if (values.json) io.print(JSON.stringify({ ok: findings.length === 0, counts, findings }));
    else {
      for (const finding of findings) io.print(sentenceOf(finding));
      const { events, revisions, decisions, publications } = counts;
      io.print(
        `Checked ${revisions} revisions, ${decisions} decisions, ${events} events and ${publications} publications.`,
      );
      if (records.length > 0) io.print(`Compared with ${records.length} kept records.`);
    }
    if (findings.length > 0)
      throw new CommandError(`${findings.length} of them do not hold; see above.`, 1, "history-changed");
  },
};

const sentenceOf = ({ code, place: { table, id, where } }: Finding): string =>
  `WRONG  ${where}: ${SENTENCES[code]} (${table} ${id})`;

const SENTENCES: Readonly<Record<Finding["code"], string>> = {
  "revision-text-changed": "the text is not the one that was stored; its hash differs",
  "revision-chain-broken": "the revision does not follow the one before it",
  "current-text-not-last": "the current text is not the last revision",
  "decided-text-changed": "the text is not the one that was decided on",
  "decided-own-words": "somebody decided on their own words",
  "approvals-missing": "the policy asked for more approvals than were given",
  "approved-after-objection": "somebody approved a text again to which others had objected",
  "decision-without-event": "the log does not tell of the decision exactly once",
  "decision-changed": "the decision is not as the log tells of it",
  "revision-not-decided": "the text became the current one, and no decision says so",
  "told-row-missing": "the log tells of something that is not there, or not as it tells",
  "row-not-told": "the log does not tell of this",
  "writers-changed": "the log names other writers",
  "approved-by-nobody": "the text counts as approved, and no approval of it is in force",
  "approval-not-shown": "the text does not count as approved, and an approval of it is in force",
  "event-changed": "the event is not the one that was sealed",
  "event-not-sealed": "the event is in no chain",
  "event-missing": "an event before this one is missing or was moved",
  "chain-end-changed": "the end of the chain was cut off or changed",
  "snapshot-changed": "the snapshot is not the one that was published",
  "snapshot-not-sealed": "no event binds to the snapshot",
  "published-text-not-approved": "the text is called approved, and no approved revision has it",
  "record-chain-rewritten": "the log has another event at the place that the kept record names",
  "record-publication-missing": "the publication of the kept record is gone",
  "record-publication-changed": "the snapshot is not the one of the kept record",
  "record-paragraph-changed": "the paragraph is not the one of the kept record",
  "record-people-changed": "others wrote or approved the paragraph than the kept record says",
};
