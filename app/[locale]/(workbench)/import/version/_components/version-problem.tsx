"use client";

import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import type { Messages } from "@/lib/i18n/messages";

type ProblemKey = keyof Messages["version"]["problem"];

const KEYS: readonly string[] = [
  "changed-meanwhile",
  "not-allowed",
  "not-found",
  "built-upon",
  "nothing-to-undo",
] satisfies readonly ProblemKey[];

/** Why nothing was done. */
export function VersionProblem({ code }: { readonly code: string }) {
  const t = useT("version");
  const key = KEYS.includes(code) ? (code as ProblemKey) : "unknown";
  return <FormError title={t("problem.title")}>{t(`problem.${key}`)}</FormError>;
}
