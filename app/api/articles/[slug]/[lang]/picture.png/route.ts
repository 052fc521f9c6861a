import { articleCredit } from "@/app/_features/article/article-credit";
import { articleText } from "@/app/_features/article/article-text";
import { publicDocumentOf } from "@/app/_features/article/public-document";
import { ownName } from "@/app/_features/article/words";
import { answering, respond } from "@/app/api/api-response";
import { findArticle, wordsFor } from "@/app/api/articles/find-article";
import { type ArticlePicture, drawArticlePicture, PICTURE_VERSION } from "@/lib/pictures/article-picture";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string }>;
}

/** The picture that stands beside a link to the article. */
export const GET = answering(async (request: Request, { params }: Address) => {
  const { slug, lang } = await params;
  const article = await findArticle(slug, lang);
  if (!article) return respond({ ok: false, error: { code: "not-found" } });
  const words = await wordsFor(article.locale);
  const picture: ArticlePicture = {
    title: articleText(article).title,
    locale: article.locale,
    language: ownName(article.locale),
    caption: articleCredit(article, words),
    captionLocale: words.ui,
  };
  const identity = JSON.stringify([PICTURE_VERSION, picture]);
  return publicDocumentOf(request, identity, () => drawArticlePicture(picture), "image/png");
});
