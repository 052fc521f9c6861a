import {
  blocksIn,
  type ReadingBlock,
  type TitledBlocks,
  withoutTitle,
} from "@/lib/core/publication/reading-blocks";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { type InlineCodeTable, inlineCodeTable, parseInline, plainText } from "@/lib/core/text/inline";

/** A published article as the loaders hand it to pages. */
export interface ArticleVersion {
  readonly snapshot: PublicationSnapshot;
  readonly locale: string;
  readonly languages: readonly {
    readonly locale: string;
    readonly title: string;
    readonly isSource: boolean;
    readonly isIndexed: boolean;
  }[];
  readonly firstPublishedAt: string;
  /** As it was published earlier: nothing of it leads to what can be done with the current text only. */
  readonly isEarlier?: boolean;
}

/** One language of a snapshot, made ready to be shown: everything that the components below share. */
export interface ArticleText {
  readonly snapshot: PublicationSnapshot;
  readonly locale: string;
  readonly isSource: boolean;
  readonly blocks: readonly ReadingBlock[];
  /** Codes of the text shown and of the original. */
  readonly codes: InlineCodeTable;
  readonly sourceCodes: InlineCodeTable;
  /** Without codes. */
  readonly title: string;
  readonly otherLocales: readonly string[];
  readonly isEarlier: boolean;
}

/** Reads one language out of a snapshot. `locale` is its target or its source locale. */
export function articleText({ snapshot, locale, languages, isEarlier = false }: ArticleVersion): ArticleText {
  const isSource = locale === snapshot.sourceLocale;
  const sourceCodes = inlineCodeTable(snapshot.sourceCodes);
  const codes = isSource ? sourceCodes : inlineCodeTable(snapshot.targetCodes);
  const title = isSource ? snapshot.sourceTitle : snapshot.targetTitle;
  return {
    snapshot,
    locale,
    isSource,
    blocks: blocksIn(snapshot, isSource),
    codes,
    sourceCodes,
    title: plainText(parseInline(title, codes)),
    otherLocales: languages.map((language) => language.locale).filter((other) => other !== locale),
    isEarlier,
  };
}

/** The article's paragraphs without the one that repeats the title. */
export const titledBlocks = (text: ArticleText): TitledBlocks =>
  withoutTitle(text.blocks, text.title, (each) => plainText(parseInline(each, text.codes)));
