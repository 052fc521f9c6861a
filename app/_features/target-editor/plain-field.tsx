"use client";

import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./editor-field.module.css";
import type { EditorHandle, EditorProps } from "./editor-handle";

/** The plain field of the system, as high as its text. */
export function PlainField({ ref, ...props }: EditorProps & { readonly ref: Ref<EditorHandle> }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { autoFocus } = props;
  useLayoutEffect(() => {
    if (field.current) fit(field.current);
  }, []);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    replaceAll: (text) => {
      const element = field.current;
      if (!element) return;
      element.focus();
      element.select();
      // The only way into the field's own undo history.
      if (!document.execCommand("insertText", false, text)) {
        element.value = text;
        props.onChange(text);
      }
      fit(element);
    },
  }));
  return (
    <textarea
      ref={field}
      className={styles.plain}
      defaultValue={props.initialText}
      lang={props.locale}
      dir={textDirection(props.locale)}
      spellCheck
      rows={2}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        fit(event.target);
        props.onChange(event.target.value);
      }}
    />
  );
}

function fit(element: HTMLTextAreaElement): void {
  element.style.blockSize = "auto";
  element.style.blockSize = `${element.scrollHeight + 2}px`;
}
