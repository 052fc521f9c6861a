"use client";

import { PageHeader } from "@/app/_ui/page-header";
import { useT } from "@/lib/i18n/client";
import { Discard } from "./discard";

/** A machine translation that was aligned with a source that is no longer there. */
export function StaleVersion({ importId }: { readonly importId: string }) {
  const t = useT("version");
  return (
    <PageHeader title={t("preview.title")} actions={<Discard importId={importId} />}>
      {t("preview.stale")}
    </PageHeader>
  );
}
