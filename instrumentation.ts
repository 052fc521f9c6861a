/** Called by Next once in each server, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL) return;
  if (process.env.MAKES_PAGES) return; // the server that started this process looks at the clock
  const { lookAtClock } = await import("@/lib/jobs/look-at-clock");
  lookAtClock();
}
