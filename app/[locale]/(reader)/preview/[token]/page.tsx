import type { Metadata } from "next";
import { articleText } from "@/app/_features/article/article-text";
import { ArticleView } from "@/app/_features/article/article-view";
import { DraftNotice } from "@/app/_features/article/draft-notice";
import { requestWords } from "@/app/_features/article/request-words";
import { loadPreview } from "@/app/_loaders/articles";
import { PAGE_STATUS_META } from "@/lib/pages/page-status";

/** Gone, or never there. */
const STATUS = { expired: 410, invalid: 404 } as const;

interface Address {
  readonly params: Promise<{ readonly token: string }>;
}

/** What a preview shows: the translation alone, without ways to pages that readers do not have yet. */
const draftOf = ({ snapshot }: { readonly snapshot: Parameters<typeof articleText>[0]["snapshot"] }) => ({
  snapshot,
  locale: snapshot.targetLocale,
  languages: [],
  firstPublishedAt: snapshot.publishedAt,
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const [{ token }, { t }] = await Promise.all([params, requestWords()]);
  const preview = await loadPreview(token);
  const robots = { index: false, follow: false };
  if (!preview.ok) {
    const { code } = preview.error;
    return { title: t(`draft.${code}Title`), robots, other: { [PAGE_STATUS_META]: STATUS[code] } };
  }
  return {
    title: t("draft.title", { title: articleText(draftOf(preview.value)).title }),
    robots,
    referrer: "no-referrer",
  };
}

/** The draft of a translation as readers would see it, for whoever has its link. */
export default async function PreviewPage({ params }: Address) {
  const [{ token }, words] = await Promise.all([params, requestWords()]);
  const preview = await loadPreview(token);
  if (!preview.ok) {
    return (
      <div className="notice">
        <h1>{words.t(`draft.${preview.error.code}Title`)}</h1>
        <p>{words.t(`draft.${preview.error.code}Text`)}</p>
        <p className="notice-ways">
          <a href={`/${words.ui}`}>{words.t("search.everything")}</a>
        </p>
      </div>
    );
  }
  return (
    <ArticleView
      article={draftOf(preview.value)}
      words={words}
      draft={<DraftNotice expiresAt={preview.value.expiresAt} words={words} />}
    />
  );
}
