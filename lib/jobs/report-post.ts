import { liveSite } from "@/lib/auth/same-origin";
import { liveMailSettings } from "@/lib/config/mail-settings";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { sendLetter } from "@/lib/mail/send-letter";
import type { Delivery, ReportLetter } from "@/lib/services/reports/tell-readers";
import { reportLetter } from "./report-letter";

/** How letters to readers leave this installation; null where none do: without a mail server, or an address to link to. */
export function reportPost(): ((told: ReportLetter) => Promise<Delivery>) | null {
  const [settings, { publicUrl }] = [liveMailSettings(), liveSite()];
  if (!settings || !publicUrl) return null;
  const site = { origin: new URL(publicUrl).origin, timeZone: displayTimeZone() };
  return async (told) => sendLetter(settings, await reportLetter(told, site));
}
