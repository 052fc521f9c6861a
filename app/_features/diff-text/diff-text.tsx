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
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a diff is shown as a whole, its runs have no other name
        <DiffRun key={index} span={span} codes={codes} t={t} />
      ))}
    </bdi>
  );
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
  const Change = span.kind === "deleted" ? "del" : "ins";
  return (
    <Change className={styles[span.kind]} data-hunk={span.hunk ?? undefined}>
      <VisuallyHidden lang={t("language.tag")}> {t(`diff.${span.kind}`)} </VisuallyHidden>
      {pieces}
      <VisuallyHidden lang={t("language.tag")}> {t("diff.end")} </VisuallyHidden>
    </Change>
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
