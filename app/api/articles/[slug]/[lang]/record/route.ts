import { NextResponse } from "next/server";
import { answering, respond } from "@/app/api/api-response";
import { currentActor } from "@/lib/auth/actor";
import { liveContext } from "@/lib/services/live-context";
import { readRecord } from "@/lib/services/record/read-record";

/** The review record of a published article, to be kept as a file. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ slug: string; lang: string }> }) => {
    const { slug, lang } = await params;
    const record = await readRecord(liveContext(await currentActor()), { slug, locale: lang });
    if (!record.ok) return respond(record);
    return new NextResponse(`${JSON.stringify(record.value, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        // slug and locale of something published: nothing in them needs to be quoted
        "content-disposition": `attachment; filename="${record.value.document.slug}.${record.value.document.targetLocale}.review-record.json"`,
        "cache-control": "private, no-store",
        link: '</api/schemas/review-record>; rel="describedby"',
      },
    });
  },
);
