"use client";

import { Modal, type ModalRootProps } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./dialog.module.css";

/**
 * A modal dialog with a heading. Mantine's own writes a second page banner into it, and
 * its name is lost when there is no visible title.
 */
export function Dialog({
  title,
  closeLabel,
  children,
  ...root
}: Pick<ModalRootProps, "opened" | "onClose" | "size" | "centered" | "fullScreen"> & {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly children: ReactNode;
}) {
  return (
    <Modal.Root centered {...root}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={closeLabel} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
