import "server-only";

import { cache } from "react";
import { currentActor } from "@/lib/auth/actor";
import { liveContext } from "@/lib/services/live-context";

/** The context of a page's reads: one per request. */
export const pageContext = cache(async () => liveContext(await currentActor()));
