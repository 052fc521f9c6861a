import type { ReactNode } from "react";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { textDirection } from "@/lib/core/text/locale";
import styles from "./article.module.css";
import { ArticleBar } from "./article-bar";
import { ArticleBlocks, Block } from "./article-blocks";
import { ArticleDownloads } from "./article-downloads";
import { ArticleOrigin } from "./article-origin";
import { type ArticleText, type ArticleVersion, articleText, titledBlocks } from "./article-text";
import { ReviewMarkShapes } from "./review-mark";
import type { ReaderWords } from "./words";

/** An article in one language: a function of its snapshot and of the words of the interface, nothing else. */
export function ArticleView({
  article,
  words,
  draft,
  notice,
}: {
  readonly article: ArticleVersion;
  readonly words: ReaderWords;
  /** Stands where a published article says what it is and which languages it has. */
  readonly draft?: ReactNode;
  /** Stands above the text, below the bar that keeps the top of the window. */
  readonly notice?: ReactNode;
}) {
  // what can be done with a published text cannot be done with its draft
  const text = articleText(draft ? { ...article, isEarlier: true } : article);
  const { above, title, rest } = titledBlocks(text);
  return (
    <>
      <ReviewMarkShapes />
      {draft ?? <ArticleBar article={article} words={words} />}
      {notice}
      <article className={styles.article} lang={text.locale} dir={textDirection(text.locale)}>
        <header className={styles.head}>
          <ArticleBlocks blocks={above} text={text} words={words} />
          {title ? (
            <Block block={title} text={text} words={words}>
              <Title text={text} of={title.text} />
            </Block>
          ) : (
            <Title
              text={text}
              of={text.isSource ? article.snapshot.sourceTitle : article.snapshot.targetTitle}
            />
          )}
        </header>
        {!draft && <ArticleOrigin text={text} words={words} />}
        <ArticleBlocks blocks={rest} text={text} words={words} />
      </article>
      {!text.isEarlier && <ArticleDownloads article={article} words={words} />}
    </>
  );
}

function Title({ text, of }: { readonly text: ArticleText; readonly of: string }) {
  return (
    <h1>
      <InlineText text={of} codes={text.codes} />
    </h1>
  );
}
