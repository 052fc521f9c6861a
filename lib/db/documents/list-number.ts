import type { NumberStyle } from "@/lib/core/document/number-style";
import { type ListNumber, listNumber, type Paragraph } from "@/lib/core/document/paragraph";

/** A paragraph as its row has it. */
export type Stored<P extends Paragraph> = Omit<P, keyof ListNumber> & {
  readonly ordinal: number | null;
  readonly numberStyle: NumberStyle | null;
};

/** A stored paragraph as the core knows it: without a number where it has none. */
export function withNumber<P extends Paragraph>({
  ordinal,
  numberStyle,
  ...paragraph
}: Stored<P>): Omit<P, keyof ListNumber> & ListNumber {
  return { ...(paragraph as unknown as Omit<P, keyof ListNumber>), ...listNumber(ordinal, numberStyle) };
}
