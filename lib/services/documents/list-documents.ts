import type { ProjectId } from "@/lib/core/shared/ids";
import { ok, type Result } from "@/lib/core/shared/result";
import { type DocumentEntry, listDocuments as read } from "@/lib/db/documents/read";
import { listProjects, type ProjectRow } from "@/lib/db/projects";
import type { ServiceContext } from "../context";
import { projectsAllowing } from "../proposals/list-proposals";

/** Documents that the person may read, newest first, with the projects into which they may import and whose rows they may change. */
export async function listDocuments(ctx: ServiceContext): Promise<
  Result<
    {
      readonly documents: readonly DocumentEntry[];
      readonly importInto: readonly ProjectRow[];
      readonly repairIn: readonly ProjectId[];
    },
    never
  >
> {
  const [readable, importable, repairIn] = await Promise.all([
    projectsAllowing(ctx, "document.read"),
    projectsAllowing(ctx, "document.import"),
    projectsAllowing(ctx, "alignment.repair"),
  ]);
  const [documents, importInto] = await Promise.all([
    read(ctx.db.pool, readable),
    listProjects(ctx.db.pool, importable as readonly ProjectId[]),
  ]);
  return ok({ documents, importInto, repairIn });
}
