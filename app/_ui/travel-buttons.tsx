"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import styles from "./travel-buttons.module.css";

interface Way {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onGo: () => void;
}

/** Back and forth through steps that were taken. */
export function TravelButtons({ undo, redo }: { readonly undo: Way; readonly redo: Way }) {
  return (
    <span className={styles.travel}>
      <TravelButton {...undo} icon={IconArrowBackUp} />
      <TravelButton {...redo} icon={IconArrowForwardUp} />
    </span>
  );
}

/** Where the way is closed it looks and sounds disabled, yet keeps the focus that it had for the last step. */
function TravelButton({ label, isOpen, onGo, icon: Icon }: Way & { readonly icon: typeof IconArrowBackUp }) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        {...(isOpen ? {} : { "aria-disabled": true, "data-disabled": true })}
        onClick={onGo}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
