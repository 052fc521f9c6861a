import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { articleAddress } from "@/app/_features/article/addresses";
import { findArticleLanguages } from "@/app/_loaders/articles";
import { chooseReadingLanguage, READING_COOKIE } from "@/lib/i18n/reading-language";
import { uiLocale } from "@/lib/i18n/server";

interface Address {
  readonly params: Promise<{ readonly slug: string }>;
}

/**
 * An article without a language leads to the best one for whoever asks; one that is not there, to the address that says
 * so without scripts.
 */
export default async function BareArticlePage({ params }: Address) {
  const [{ slug }, ui, jar, list] = await Promise.all([params, uiLocale(), cookies(), headers()]);
  const languages = await findArticleLanguages(slug);
  const language = chooseReadingLanguage(languages, {
    cookie: jar.get(READING_COOKIE)?.value,
    acceptLanguage: list.get("accept-language"),
    ui,
  });
  return redirect(articleAddress(ui, slug, language ?? ui));
}
