"use client";

import { Button } from "@mantine/core";
import { useT, useUiLocale } from "@/lib/i18n/client";

/** To the page on which an account's words can be taken back. */
export function RevertLink({ userId, name }: { readonly userId: string; readonly name: string }) {
  const t = useT("admin");
  const locale = useUiLocale();
  return (
    <Button
      component="a"
      href={`/${locale}/admin/revert/${userId}`}
      variant="default"
      aria-label={t("revert.linkOf", { name })}
    >
      {t("revert.link")}
    </Button>
  );
}
