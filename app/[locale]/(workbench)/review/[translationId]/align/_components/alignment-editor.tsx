"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { BitextStore } from "@/app/_features/bitext-grid/bitext-store";
import { BitextContext } from "@/app/_features/bitext-grid/use-bitext";
import { Bdi } from "@/app/_ui/bdi";
import { FormError } from "@/app/_ui/form-error";
import { PageHeader } from "@/app/_ui/page-header";
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { BitextHead, Row } from "@/lib/core/review/bitext";
import { type PackedIndex, unpackIndex } from "@/lib/core/review/row-index";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./alignment.module.css";
import { AlignmentBar } from "./alignment-bar";
import { AlignmentRows } from "./alignment-rows";
import { TrayList } from "./tray-list";
import { type AlignmentState, type RepairFault, type Tray, useAlignment } from "./use-alignment";

const idsOf = (codes: readonly InlineCode[]): ReadonlySet<number> => new Set(codes.map((code) => code.id));

interface EditorProps {
  readonly head: BitextHead;
  readonly state: AlignmentState;
  readonly index: PackedIndex;
  readonly rows: readonly Row[];
  readonly tray: Tray;
  readonly position: number;
}

/** The rows of a document in review, to be put right. */
export function AlignmentEditor(props: EditorProps) {
  const { head, index, rows } = props;
  const [store] = useState(() => new BitextStore(head.translationId, unpackIndex(index), rows));
  const [bitext] = useState(() => ({
    store,
    head,
    sourceCodeIds: idsOf(head.sourceCodes),
    targetCodeIds: idsOf(head.targetCodes),
  }));
  return (
    <BitextContext value={bitext}>
      <Desk {...props} store={store} />
    </BitextContext>
  );
}

function Desk({ head, state, tray, position, store }: EditorProps & { readonly store: BitextStore }) {
  const t = useT("alignment");
  const locale = useUiLocale();
  const alignment = useAlignment(store, head.translationId, state, tray, position);
  const { reload } = alignment;
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  return (
    <div data-live={isLive || undefined}>
      <PageHeader
        above={
          <Link
            href={`/${locale}/review/${head.translationId}?row=${alignment.active.position + 1}`}
            prefetch={false}
          >
            {t("back")}
          </Link>
        }
        title={<Bdi lang={head.sourceLocale}>{head.title}</Bdi>}
      >
        <p className={styles.intro}>{t(state.mayRepair ? "intro" : "readOnly")}</p>
      </PageHeader>
      <TrayList alignment={alignment} onPlaced={() => void reload()} />
      <AlignmentBar alignment={alignment} />
      {alignment.fault && <Fault fault={alignment.fault} />}
      <AlignmentRows alignment={alignment} />
    </div>
  );
}

const KNOWN = [
  "no-such-row",
  "pinned",
  "nothing-to-join",
  "nothing-to-split",
  "bad-offset",
  "nothing-to-unlink",
  "nothing-to-shift",
  "nothing-to-do",
  "too-complex",
  "changed-meanwhile",
  "changed-while-aligning",
  "nothing-to-undo",
  "nothing-to-redo",
  "built-upon",
  "offline",
  "already-open",
] as const;

const COMMON = ["sign-in-required", "not-allowed", "not-found"] as const;

function Fault({ fault }: { readonly fault: RepairFault }) {
  const t = useT(["alignment", "errors"]);
  const code = KNOWN.find((known) => known === fault.code) ?? "unknown";
  const common = COMMON.find((known) => known === fault.code);
  const rows = (fault.rowNumbers ?? []).join(", ");
  return (
    <div className={styles.fault}>
      <FormError title={t("alignment:error.title")}>
        {common ? t(`errors:${common}`) : t(`alignment:error.${code}`, { rows })}
      </FormError>
    </div>
  );
}
