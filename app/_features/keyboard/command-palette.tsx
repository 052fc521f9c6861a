"use client";

import { Modal } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useT } from "@/lib/i18n/client";
import styles from "./command-palette.module.css";
import { findCommands } from "./find-commands";
import { KeyCaps } from "./key-caps";
import { type BoundCommand, keysOf } from "./registry";
import { useAllCommands } from "./use-commands";

/**
 * Everything that can be done here, by name. A combobox with a list box, because
 * Mantine's Spotlight moves its choice without telling a screen reader.
 */
export function CommandPalette({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useT("keyboard");
  return (
    <Modal.Root opened={opened} onClose={onClose} centered={false} yOffset="12vh" size="lg" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.label")}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const t = useT("keyboard");
  const listId = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const offered = useAllCommands().filter(({ id, when }) => id !== "palette" && (when?.() ?? true));
  const found = findCommands(offered, query);
  const current = Math.min(chosen, found.length - 1);

  const run = (command: BoundCommand | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setChosen((current + step + found.length) % found.length);
    else if (event.key === "Enter") run(found[current]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={styles.search}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
        aria-label={t("palette.search")}
        placeholder={t("palette.search")}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={listId} commands={found} current={current} onChoose={setChosen} onRun={run} />
      <p className={styles.nothing} role="status">
        {found.length === 0 && t("palette.nothing")}
      </p>
    </>
  );
}

function PaletteList({
  id,
  commands,
  current,
  onChoose,
  onRun,
}: {
  readonly id: string;
  readonly commands: readonly BoundCommand[];
  readonly current: number;
  readonly onChoose: (index: number) => void;
  readonly onRun: (command: BoundCommand) => void;
}) {
  const t = useT("keyboard");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t("palette.label")} className={styles.list}>
      {commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the focus and hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here instead
        <div
          key={command.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          className={styles.option}
          onMouseMove={() => onChoose(index)}
          onClick={() => onRun(command)}
        >
          <span>{command.label}</span>
          <span className={styles.group}>{t(`group.${command.group}`)}</span>
          {keysOf(command)
            .slice(0, 1)
            .map((keys) => (
              <KeyCaps key={keys} keys={keys} />
            ))}
        </div>
      ))}
    </div>
  );
}
