/** What the page may do with an editor, whichever kind it is. */
export interface EditorHandle {
  focus(): void;
  /** Replaces the whole text as one step that can be undone. */
  replaceAll(text: string): void;
}

export interface EditorProps {
  readonly initialText: string;
  /** Numbers of the inline codes that the text may hold. */
  readonly codes: ReadonlySet<number>;
  readonly locale: string;
  readonly label: string;
  readonly describedBy: string;
  /** Called at every change, with the whole text. */
  readonly onChange: (text: string) => void;
  readonly takesFocus: boolean;
}
