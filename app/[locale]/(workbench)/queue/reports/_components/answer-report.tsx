"use client";

import { Button, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { answerReportAction } from "@/app/_actions/reports";
import { useAct } from "@/app/_features/act/use-act";
import { announce } from "@/app/_ui/live-region";
import { REMARK_LIMIT } from "@/lib/core/report/report";
import { useT } from "@/lib/i18n/client";
import { ReportFault } from "./report-fault";
import styles from "./reports.module.css";

/** Words for the reader, with which the report ends. */
export function AnswerReport({
  reportId,
  onClose,
}: {
  readonly reportId: string;
  readonly onClose: () => void;
}) {
  const t = useT(["reports", "common"]);
  const router = useRouter();
  const [answer, setAnswer] = useState("");
  const { act, pending, fault } = useAct(answerReportAction);
  const send = (state: "answered" | "declined") =>
    act({ reportId, state, answer }, () => {
      announce(t("queue.answered"));
      router.refresh();
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send("answered");
      }}
    >
      <Textarea
        label={t("queue.answerLabel")}
        description={t("queue.answerHint")}
        value={answer}
        maxLength={REMARK_LIMIT}
        autosize
        minRows={2}
        autoFocus
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {fault && <ReportFault code={fault.code} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={pending}>
          {t("queue.answerSend")}
        </Button>
        <Button type="button" variant="default" loading={pending} onClick={() => send("declined")}>
          {t("queue.decline")}
        </Button>
        <Button type="button" variant="subtle" onClick={onClose}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}
