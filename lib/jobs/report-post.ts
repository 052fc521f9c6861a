import { liveSite } from "@/lib/auth/same-origin";
import { liveMailSettings } from "@/lib/config/mail-settings";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { sendLetter } from "@/lib/mail/send-letter";
import type { Delivery, ReportLetter } from "@/lib/services/reports/tell-readers";
import { reportLetter } from "./report-letter";

let lastTrouble = "";

/** How letters to readers leave this installation; null where none do: without a mail server, or an address to link to. */
export function reportPost(): ((told: ReportLetter) => Promise<Delivery>) | null {
  const [settings, { publicUrl }] = [liveMailSettings(), liveSite()];
  if (!settings || !publicUrl) return null;
  const site = { origin: new URL(publicUrl).origin, timeZone: displayTimeZone() };
  return async (told) => {
    let trouble = "";
    const delivery = await sendLetter(settings, await reportLetter(told, site), (heard) => {
      trouble = heard;
    });
    // said once, not every fifteen seconds
    if (trouble !== "" && trouble !== lastTrouble)
      process.stderr.write(`Mail to readers is waiting (SMTP_URL): ${trouble}\n`);
    if (trouble !== "" || delivery === "delivered") lastTrouble = trouble;
    return delivery;
  };
}
