import { NextResponse } from "next/server";
import schema from "@/lib/core/record/review-record.schema.json";

/** The JSON Schema of review records. */
export const GET = (): NextResponse =>
  new NextResponse(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=86400" },
  });
