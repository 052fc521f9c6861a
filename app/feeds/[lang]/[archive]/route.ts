import { feedDocument } from "@/app/_features/article/feed-document";
import { answering } from "@/app/api/api-response";

interface Place {
  readonly params: Promise<{ readonly lang: string; readonly archive: string }>;
}

/** Fifty of the articles of a feed, the first published in archive 1. */
export const GET = answering(async (request: Request, { params }: Place) => {
  const { lang, archive } = await params;
  if (!/^[1-9]\d{0,5}$/.test(archive)) return new Response(null, { status: 404 });
  return feedDocument(request, lang, Number(archive));
});
