import { randomBytes } from "node:crypto";
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
        mail: null,
      },
    );
    if (!filed.ok) throw new Error(`cannot report: ${filed.error.code}`);
    return filed.value.token;
  } finally {
    await db.close();
  }
}
