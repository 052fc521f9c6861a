import { currentActor } from "@/lib/auth/actor";
import { parseId, type SegmentId } from "@/lib/core/shared/ids";
import { liveContext } from "@/lib/services/live-context";
import { readSegment } from "@/lib/services/translations/read-bitext";
import { answering, badRequest, respond } from "../../api-response";

/** Everything about one segment, for the row that is open. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ segmentId: string }> }) => {
    const segmentId = parseId<SegmentId>((await params).segmentId);
    return segmentId
      ? respond(await readSegment(liveContext(await currentActor()), segmentId))
      : badRequest();
  },
);
