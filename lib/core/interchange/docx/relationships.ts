/** Relationship parts (`.rels`) of an Office Open XML package. */
import { ok, type Result } from "../../shared/result";
import type { ReaderFault } from "../reading";
import { readXml, type XmlLimits } from "./xml-events";

export interface Relationship {
  /** Last step of the type's address, such as "hyperlink", "styles", "officeDocument". */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** Relationships by id; of two with one id the first counts. */
export type Relationships = ReadonlyMap<string, Relationship>;

/** Reads a relationship part. */
export function readRelationships(xml: string, limits: XmlLimits): Result<Relationships, ReaderFault> {
  const found = new Map<string, Relationship>();
  const read = readXml(xml, limits, {
    open(name, attributes) {
      const id = attributes.get("Id");
      if (name !== "rel:Relationship" || id === undefined || found.has(id)) return;
      found.set(id, {
        type: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        target: attributes.get("Target") ?? "",
        isExternal: attributes.get("TargetMode") === "External",
      });
    },
  });
  return read.ok ? ok(found) : read;
}

/** Name of the part that `target` points at, seen from the part `source`; no leading slash. Null outside of the package. */
export function resolvePart(source: string, target: string): string | null {
  const steps = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}
