"use client";

import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";

const OWN = [
  "settled-meanwhile",
  "changed-meanwhile",
  "unchanged",
  "already-open",
  "realigned",
  "empty",
] as const;

/** Why nothing was written. */
export function ReportFault({ code }: { readonly code: string }) {
  const t = useT("reports");
  const common = useFaultText();
  const own = OWN.find((one) => one === code);
  return <FormError title={own ? t(`queue.error.${own}`) : common(code)} />;
}
