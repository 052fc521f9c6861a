import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { articleAddress } from "@/app/_features/article/addresses";
import { loadArticleLanguages } from "@/app/_loaders/articles";
import { chooseReadingLanguage, READING_COOKIE } from "@/lib/i18n/reading-language";
import { uiLocale } from "@/lib/i18n/server";

interface Address {
  readonly params: Promise<{ readonly slug: string }>;
}

/** An article without a language leads to the best one for whoever asks. */
export default async function BareArticlePage({ params }: Address) {
  const [{ slug }, ui, jar, list] = await Promise.all([params, uiLocale(), cookies(), headers()]);
  const language = chooseReadingLanguage(await loadArticleLanguages(slug), {
    cookie: jar.get(READING_COOKIE)?.value,
    acceptLanguage: list.get("accept-language"),
    ui,
  });
  return language ? redirect(articleAddress(ui, slug, language)) : notFound();
}
