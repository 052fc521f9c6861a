import { feedDocument } from "@/app/_features/article/feed-document";
import { answering } from "@/app/api/api-response";

interface Place {
  readonly params: Promise<{ readonly lang: string }>;
}

/** The articles that are published in a language, as an Atom feed, the newest first; it names its archives. */
export const GET = answering(async (request: Request, { params }: Place) =>
  feedDocument(request, (await params).lang, null),
);
