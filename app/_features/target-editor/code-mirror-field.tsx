"use client";

import { history, historyKeymap, insertNewline, standardKeymap } from "@codemirror/commands";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { textDirection } from "@/lib/core/text/locale";
import { useT } from "@/lib/i18n/client";
import { codeChips, type NameCode } from "./code-chips";
import styles from "./editor-field.module.css";
import type { EditorHandle, EditorProps } from "./editor-handle";
import { invisibleMarks } from "./special-characters";

/** Enter breaks the line and nothing else; every chord of ours is left to the list of commands. */
const KEYS = [
  { key: "Enter", run: insertNewline, shift: insertNewline },
  ...standardKeymap.filter(({ key }) => key !== "Enter"),
  ...historyKeymap,
];

/** The editor of the active paragraph: one instance, made when the row opens. */
export function CodeMirrorField({ ref, ...props }: EditorProps & { readonly ref: Ref<EditorHandle> }) {
  const t = useT("common");
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor is made once; it tells of changes, it is not told
  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const name: NameCode = (role, id) =>
      t(role === "open" ? "diff.codeOpen" : role === "close" ? "diff.codeClose" : "diff.codeEmpty", { id });
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: props.initialText,
        selection: { anchor: props.initialText.length },
        extensions: [
          extensionsOf(props, name),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    if (props.takesFocus) editor.contentDOM.focus({ preventScroll: true });
    return () => editor.destroy();
  }, []);
  useImperativeHandle(ref, () => ({
    focus: () => view.current?.contentDOM.focus({ preventScroll: true }),
    replaceAll: (text) => {
      const editor = view.current;
      if (!editor) return;
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: text },
        selection: { anchor: text.length },
        userEvent: "input.replace",
        scrollIntoView: true,
      });
    },
  }));
  return <div ref={host} className={styles.rich} data-side="target" />;
}

function extensionsOf({ codes, locale, label, describedBy }: EditorProps, name: NameCode): Extension {
  return [
    EditorState.lineSeparator.of("\n"), // any other line end stays the character that it is
    history(),
    keymap.of(KEYS),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      spellcheck: "true",
      autocorrect: "on",
      autocapitalize: "sentences",
      writingsuggestions: "false",
      lang: locale,
      dir: textDirection(locale),
      "aria-label": label,
      "aria-describedby": describedBy,
    }),
    codeChips(codes, name),
    invisibleMarks(),
  ];
}
