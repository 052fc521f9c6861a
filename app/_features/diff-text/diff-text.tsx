import type { TFunction } from "i18next";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import type { DiffSpan, Mark } from "@/lib/core/diff/spans";
import styles from "./diff-text.module.css";
import { type TextPiece, textPieces } from "./text-pieces";

const NO_CODES: ReadonlySet<number> = new Set();

/**
 * A diff that is read: deletions struck out, insertions underlined, both with a sign, so
 * that nobody needs the colour. Takes the translator of `common` from whoever renders it,
 * so it works in server and client components. `codes` are the numbers of the text's
 * inline codes.
 */
export function DiffText({
  spans,
  lang,
  t,
  codes = NO_CODES,
}: {
  readonly spans: readonly DiffSpan[];
  readonly lang: string;
  readonly t: TFunction<"common">;
  readonly codes?: ReadonlySet<number>;
}) {
  return (
    <bdi className={styles.text} lang={lang} dir="auto">
      {changesOf(spans).map((runs, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a diff is shown as a whole, its parts have no other name
        <Change key={index} runs={runs} codes={codes} t={t} />
      ))}
    </bdi>
  );
}

/** What is deleted and what replaces it belong together: the runs of one hunk are one suggestion. */
export function changesOf(spans: readonly DiffSpan[]): readonly (readonly DiffSpan[])[] {
  const changes: DiffSpan[][] = [];
  for (const span of spans) {
    const last = changes.at(-1);
    if (last && last[0]?.hunk === span.hunk) last.push(span);
    else changes.push([span]);
  }
  return changes;
}

function Change({ runs, codes, t }: Omit<RunProps, "span"> & { readonly runs: readonly DiffSpan[] }) {
  const shown = runs.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <DiffRun key={index} span={span} codes={codes} t={t} />
  ));
  return runs[0]?.hunk === null ? shown : <span role="suggestion">{shown}</span>;
}

interface RunProps {
  readonly span: DiffSpan;
  readonly codes: ReadonlySet<number>;
  readonly t: TFunction<"common">;
}

/** One run of a diff: equal, deleted or inserted. */
export function DiffRun({ span, codes, t }: RunProps) {
  const pieces = textPieces(span.text, span.marks, codes).map((piece) => (
    <Piece key={piece.from} piece={piece} t={t} />
  ));
  if (span.kind === "equal") return pieces;
  const Element = span.kind === "deleted" ? "del" : "ins";
  const isMoved = span.move !== undefined;
  const word = isMoved ? (span.kind === "deleted" ? "movedAway" : "movedHere") : span.kind;
  return (
    <Element
      // said although the elements imply it: checkers of accessibility do not know that they do
      role={span.kind === "deleted" ? "deletion" : "insertion"}
      className={styles[span.kind]}
      data-hunk={span.hunk ?? undefined}
      data-moved={isMoved || undefined}
    >
      <VisuallyHidden lang={t("language.tag")}> {t(`diff.${word}`)} </VisuallyHidden>
      {pieces}
      <VisuallyHidden lang={t("language.tag")}> {t("diff.end")} </VisuallyHidden>
    </Element>
  );
}

function Piece({ piece, t }: { readonly piece: TextPiece; readonly t: TFunction<"common"> }) {
  if (piece.kind === "text") return piece.text;
  if (piece.kind === "code") return <CodeChip text={piece.text} id={piece.id} t={t} />;
  const { code, name } = piece.mark;
  return (
    <>
      <span className={styles.mark} lang="en" dir="ltr">
        <VisuallyHidden lang={t("language.tag")}>{t("diff.invisible")} </VisuallyHidden>
        {code} {name}
      </span>
      {/* A line break is still one. */}
      {/[\n\r\u2028\u2029]/.test(piece.text) && <br />}
    </>
  );
}

/** The marker of an inline code: formatting that the text must keep. */
export function CodeChip({
  text,
  id,
  t,
}: {
  readonly text: string;
  readonly id: number;
  readonly t: TFunction<"common">;
}) {
  const role = text.startsWith("</") ? "codeClose" : text.endsWith("/>") ? "codeEmpty" : "codeOpen";
  return (
    <span className={styles.code} data-role={role}>
      <span aria-hidden dir="ltr">
        {role === "codeOpen" ? `${id}›` : role === "codeClose" ? `‹${id}` : `‹${id}›`}
      </span>
      <VisuallyHidden lang={t("language.tag")}> {t(`diff.${role}`, { id })} </VisuallyHidden>
    </span>
  );
}

/** A text without changes, with its invisible characters and inline codes shown. */
export function MarkedText({
  text,
  marks,
  lang,
  t,
  codes = NO_CODES,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly lang: string;
  readonly t: TFunction<"common">;
  readonly codes?: ReadonlySet<number>;
}) {
  return <DiffText spans={[{ kind: "equal", text, hunk: null, marks }]} lang={lang} t={t} codes={codes} />;
}
