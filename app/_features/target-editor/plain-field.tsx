"use client";

import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./editor-field.module.css";
import type { EditorHandle, EditorProps } from "./editor-handle";

/** The plain field of the system, as high as its text. */
export function PlainField({ ref, ...props }: EditorProps & { readonly ref: Ref<EditorHandle> }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { takesFocus } = props;
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, []);
  useEffect(() => {
    if (takesFocus) area.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    replaceAll: (text) => {
      const element = area.current;
      if (!element) return;
      element.focus();
      element.select();
      // The only way into the field's own undo history.
      if (!document.execCommand("insertText", false, text)) {
        element.value = text;
        props.onChange(text);
      }
      grow(element);
    },
  }));
  return (
    <textarea
      ref={area}
      className={styles.plain}
      defaultValue={props.initialText}
      lang={props.locale}
      dir={textDirection(props.locale)}
      spellCheck
      rows={2}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        grow(event.target);
        props.onChange(event.target.value);
      }}
    />
  );
}

function grow(element: HTMLTextAreaElement): void {
  element.style.blockSize = "auto";
  element.style.blockSize = `${element.scrollHeight + 2}px`;
}
