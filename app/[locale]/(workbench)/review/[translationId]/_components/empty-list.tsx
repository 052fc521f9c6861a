"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { EmptyState } from "@/app/_ui/empty-state";
import type { RowFilter } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";

/** Nothing stands under a filter, and what that means. */
export function EmptyList({ filter }: { readonly filter: RowFilter }) {
  const t = useT("workbench");
  const pathname = usePathname();
  if (filter === "all") return <EmptyState title={t("empty.all")} />;
  return (
    <EmptyState
      title={t(`empty.${filter}`)}
      action={
        <Link href={pathname} prefetch={false}>
          {t("empty.showAll")}
        </Link>
      }
    >
      {t(`empty.${filter}Text`)}
    </EmptyState>
  );
}
