import { listNumber, type Paragraph } from "@/lib/core/document/paragraph";

/** A paragraph as its row has it. */
export type Stored<P extends Paragraph> = Omit<P, "ordinal"> & { readonly ordinal: number | null };

/** A stored paragraph as the core knows it: without a number where it has none. */
export function withNumber<P extends Paragraph>({
  ordinal,
  ...paragraph
}: Stored<P>): Omit<P, "ordinal"> & Pick<Paragraph, "ordinal"> {
  return { ...(paragraph as unknown as Omit<P, "ordinal">), ...listNumber(ordinal) };
}
