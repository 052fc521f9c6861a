"use client";

import { Button } from "@mantine/core";
import { IconChecks, IconMoodSmile } from "@tabler/icons-react";
import { useRef } from "react";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { walkHunks } from "@/app/_features/proposal-card/hunk-walk";
import type { DecisionHandle, ProposalCardHandle } from "@/app/_features/proposal-card/proposal-card";
import type { Decided } from "@/app/_features/proposal-card/use-decision";
import { editCommand, hunkCommands, threadCommands } from "@/app/_features/proposal-card/word-commands";
import { UndoBar } from "@/app/_features/undo/undo-bar";
import { EmptyState } from "@/app/_ui/empty-state";
import { announce } from "@/app/_ui/live-region";
import { StateMark } from "@/app/_ui/state-mark";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./queue.module.css";
import { Place, type QueueEntry, QueueItem } from "./queue-item";
import { showCard, useQueue } from "./use-queue";

/** Open proposals to be decided on one after the other, with or without a mouse. */
export function QueueList({ items }: { readonly items: readonly QueueEntry[] }) {
  const t = useT("queue");
  const format = useFormat();
  const { shown, decided, settle, showFurther, undo } = useQueue(items);
  const cards = useRef(new Map<string, ProposalCardHandle>());
  const done = useRef<HTMLDivElement>(null);

  const focusCard = (index: number) => {
    const id = shown[index]?.id;
    if (id) showCard(id);
  };
  useQueueKeys({ shown, decided, cards: cards.current, focusCard });

  if (shown.length === 0) {
    return (
      <EmptyState
        icon={<IconMoodSmile size={44} stroke={1.25} />}
        title={t("empty.title")}
        action={
          <Button component="a" variant="default" href={`/${format.locale}/documents`}>
            {t("empty.documents")}
          </Button>
        }
      >
        {t("empty.text")}
      </EmptyState>
    );
  }
  const isDone = decided.size > 0 && shown.every(({ id, decidable }) => decided.has(id) || !decidable);
  return (
    <>
      <ol className={styles.list} aria-label={t("list")}>
        {shown.map((item, index) => {
          const outcome = decided.get(item.id);
          return (
            <li key={item.id} className={styles.item} data-decided={outcome}>
              {outcome ? (
                <DecidedLine item={item} outcome={outcome} />
              ) : (
                <QueueItem
                  ref={(handle) => {
                    if (handle) cards.current.set(item.id, handle);
                    else cards.current.delete(item.id);
                  }}
                  item={item}
                  number={index + 1}
                  count={shown.length}
                  onSettled={(settled) => {
                    const next = settle(item, settled);
                    if (settled.kind === "meanwhile" || settled.kind === "divided") return;
                    // The decided card goes away with this render; the next one is there already.
                    window.requestAnimationFrame(() => (next >= 0 ? focusCard(next) : done.current?.focus()));
                  }}
                />
              )}
            </li>
          );
        })}
      </ol>
      <UndoBar handle={undo} />
      <div ref={done} tabIndex={-1} className={styles.done}>
        {isDone && (
          <EmptyState
            icon={<IconChecks size={44} stroke={1.25} />}
            title={t("done.title")}
            action={<Button onClick={showFurther}>{t("done.more")}</Button>}
          >
            {t("done.text")}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function DecidedLine({ item, outcome }: { readonly item: QueueEntry; readonly outcome: Decided }) {
  const t = useT("queue");
  return (
    <p className={styles.line}>
      <StateMark state={outcome === "accepted" ? "approved" : "attention"} label="" />
      {t(`decided.${outcome}`)} <Place item={item} />
    </p>
  );
}

/** J and K move, A accepts, R opens the reason, Ctrl+Enter accepts. Each acts on the card with the focus in it. */
function useQueueKeys({
  shown,
  decided,
  cards,
  focusCard,
}: {
  readonly shown: readonly QueueEntry[];
  readonly decided: ReadonlyMap<string, Decided>;
  readonly cards: ReadonlyMap<string, ProposalCardHandle>;
  readonly focusCard: (index: number) => void;
}) {
  const t = useT("queue");
  const words = useT("workbench");
  const threads = useT("decisions");
  const activeIndex = () => {
    const card = document.activeElement?.closest<HTMLElement>("[data-proposal-card]");
    return shown.findIndex(({ id }) => id === card?.dataset.proposalCard);
  };
  const move = (step: 1 | -1) => () => {
    const from = activeIndex();
    const start = from < 0 && step < 0 ? shown.length : from;
    for (let index = start + step; index >= 0 && index < shown.length; index += step) {
      if (!decided.has(shown[index]?.id ?? "")) return focusCard(index);
    }
  };
  const onCard = (act: (decision: DecisionHandle) => void) => () => {
    const index = activeIndex();
    // Without a card in focus the key must not decide on one that nobody looks at.
    if (index < 0) return move(1)();
    const decision = cards.get(shown[index]?.id ?? "")?.decision();
    if (decision) act(decision);
    else announce(t("said.notYours"));
  };
  const focusedCard = () => cards.get(shown[activeIndex()]?.id ?? "");
  const walk = (step: 1 | -1) => () => {
    const card = document.activeElement?.closest("[data-proposal-card]");
    if (card) walkHunks(card, step);
    else move(1)();
  };
  useCommands([
    editCommand(words, focusedCard),
    ...hunkCommands(words, focusedCard),
    ...threadCommands(threads, focusedCard),
    {
      id: "queue-next-hunk",
      keys: "H",
      label: words("key.nextHunk"),
      group: "review",
      run: walk(1),
      repeat: true,
    },
    {
      id: "queue-previous-hunk",
      keys: "Shift+H",
      label: words("key.previousHunk"),
      group: "review",
      run: walk(-1),
      repeat: true,
    },
    {
      id: "queue-next",
      keys: ["J", "Alt+ArrowDown"],
      label: t("key.next"),
      group: "row",
      run: move(1),
      repeat: true,
    },
    {
      id: "queue-previous",
      keys: ["K", "Alt+ArrowUp"],
      label: t("key.previous"),
      group: "row",
      run: move(-1),
      repeat: true,
    },
    {
      id: "queue-accept",
      keys: "A",
      label: t("key.accept"),
      group: "review",
      run: onCard((decision) => decision.accept(true)),
    },
    {
      id: "queue-accept-next",
      keys: "Mod+Enter",
      label: t("key.acceptNext"),
      group: "review",
      run: onCard((decision) => decision.accept(true)),
    },
    {
      id: "queue-decline",
      keys: "R",
      label: t("key.decline"),
      group: "review",
      run: onCard((decision) => decision.decline()),
    },
    {
      id: "queue-request",
      keys: "C",
      label: t("key.request"),
      group: "review",
      run: onCard((decision) => decision.request()),
    },
  ]);
}
