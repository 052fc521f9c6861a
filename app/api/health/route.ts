import { NextResponse } from "next/server";
import { liveDatabase } from "@/lib/services/live-context";

/** 200 when this instance can reach its database, 503 when it cannot. */
export async function GET() {
  try {
    await liveDatabase().pool.query("SELECT 1");
    return NextResponse.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  } catch {
    return NextResponse.json({ status: "database-unreachable" }, { status: 503 });
  }
}
