import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";
import { formSecret, formToken, reportFormName } from "@/lib/auth/form-token";
import { liveMailSettings } from "@/lib/config/mail-settings";
import { liveContext } from "@/lib/services/live-context";
import { listReports, readReportStatus } from "@/lib/services/reports/read-reports";
import { pageContext } from "./context";

/** What became of a report, for whoever has its private address, or the not-found page. */
export const loadReportStatus = cache(async (token: string) => {
  const found = await readReportStatus(liveContext(null), token);
  return found.ok ? found.value : notFound();
});

/** A token for the form of one paragraph, as of now. */
export const loadReportToken = (slug: string, locale: string, anchor: string): string =>
  formToken(formSecret(), reportFormName(slug, locale, anchor), new Date());

/** Readers' reports that nobody has answered, and how many there are. */
export const loadReports = cache(async () => {
  const listed = await listReports(await pageContext());
  return listed.ok ? listed.value : { reports: [], total: 0 };
});

/** Can somebody who leaves an address be written to? */
export const sendsMail = (): boolean => liveMailSettings() !== null;
