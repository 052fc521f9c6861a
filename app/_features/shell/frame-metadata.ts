import "server-only";

import type { Metadata } from "next";
import { getT } from "@/lib/i18n/server";

/** Title and description that every page of ours starts from. */
export async function frameMetadata(): Promise<Metadata> {
  const t = await getT("common");
  return {
    title: { default: t("app.name"), template: `%s · ${t("app.name")}` },
    description: t("app.description"),
    applicationName: t("app.name"),
  };
}
