"use client";

import type { Ref } from "react";
import { CodeMirrorField } from "./code-mirror-field";
import type { EditorHandle, EditorProps } from "./editor-handle";
import { usePlainEditor } from "./editor-mode";
import { PlainField } from "./plain-field";

/**
 * The field for a target text. It starts with `initialText` and from then on tells of
 * changes; `text` is what it holds now, for the other kind of field when the person switches.
 */
export function TargetEditor({
  ref,
  text,
  ...props
}: EditorProps & { readonly text: string; readonly ref: Ref<EditorHandle> }) {
  const isPlain = usePlainEditor();
  const Field = isPlain ? PlainField : CodeMirrorField;
  return <Field key={isPlain ? "plain" : "rich"} ref={ref} {...props} initialText={text} />;
}
