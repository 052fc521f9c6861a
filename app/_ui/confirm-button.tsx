"use client";

import { Button, type ButtonProps, Group, Text } from "@mantine/core";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

/**
 * A button that asks once more in its own place, for the few acts that cannot be undone.
 * Escape and leaving it take the question back. With `type="submit"` the second press
 * submits the form around it.
 */
export function ConfirmButton({
  label,
  fullLabel,
  question,
  confirmLabel,
  cancelLabel,
  onConfirm,
  type = "button",
  ...look
}: ButtonProps & {
  readonly label: string;
  /** The label with what it is about, where several of these buttons stand on a page. */
  readonly fullLabel?: string;
  readonly question: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm?: () => void;
  readonly type?: "button" | "submit";
}) {
  const questionId = useId();
  const [asking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) cancel.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <Button {...look} ref={opener} type="button" aria-label={fullLabel} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setAsking(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setAsking(false);
  };
  return (
    <Group
      component="fieldset"
      bd={0}
      p={0}
      m={0}
      gap="xs"
      aria-labelledby={questionId}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <Text id={questionId} size="sm">
        {question}
      </Text>
      <Button
        {...look}
        type={type}
        onClick={() => {
          onConfirm?.();
          if (type === "button") setAsking(false);
        }}
      >
        {confirmLabel}
      </Button>
      <Button {...look} ref={cancel} type="button" variant="default" onClick={() => setAsking(false)}>
        {cancelLabel}
      </Button>
    </Group>
  );
}
