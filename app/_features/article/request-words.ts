import "server-only";

import { getFormat, getT, uiLocale } from "@/lib/i18n/server";
import type { ReaderWords } from "./words";

/** The words of the interface for the page being asked for. */
export async function requestWords(): Promise<ReaderWords> {
  const ui = await uiLocale();
  const [t, format] = await Promise.all([getT(["reader", "common"], ui), getFormat(ui)]);
  return { ui, t, format };
}
