import { randomBytes } from "node:crypto";
import { findReportable } from "@/lib/db/reports/read";
import { countReport, FREE_REPORTS } from "@/lib/services/reports/count-report";
import { fileReport } from "@/lib/services/reports/file-report";
import { serverDatabase } from "./documents";

/** A remark of a reader without an account on the English of an article; gives the secret part of its address. */
export async function fileRemark(slug: string, anchor: string): Promise<string> {
  const db = serverDatabase();
  try {
    const filed = await fileReport(
      { actor: null, db, now: () => new Date() },
      {
        slug,
        locale: "en",
        anchor,
        passage: "",
        reason: "style",
        remark: "Nobody would say it like this.",
        wording: "",
        networkAddress: null,
        receiptToken: randomBytes(18).toString("base64url"),
        mail: { address: `${randomBytes(6).toString("hex")}@example.org`, uiLocale: "en" },
      },
    );
    if (!filed.ok) throw new Error(`cannot report: ${filed.error.code}`);
    return filed.value.token;
  } finally {
    await db.close();
  }
}

/** Reports about an article by nobody known, as many as are taken within ten minutes; nothing of them is stored. */
export async function reportTooOften(slug: string): Promise<void> {
  const db = serverDatabase();
  try {
    const article = await findReportable(db.pool, slug, "en");
    if (!article) throw new Error(`${slug} is not published`);
    const sender = { userId: null, networkAddress: null, translationId: article.translationId };
    for (let count = 0; count < FREE_REPORTS.article; count++) await countReport({ db }, sender);
  } finally {
    await db.close();
  }
}
