import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Environment } from "./environment";
import { createPrivately } from "./private-file";

/** Keys that must survive a restart, or sessions end and open pages stop working. */
export interface Secrets {
  readonly authSecret: string;
  readonly actionsKey: string;
}

const stored = z.object({ authSecret: z.string().min(32), actionsKey: z.string().min(24) });

/**
 * The keys of the environment; those that it lacks are made once and kept in the data folder with mode 0600.
 * Throws when the file in the data folder is damaged or cannot be read.
 */
export function loadSecrets(environment: Environment): Secrets {
  const { authSecret, actionsKey, dataDir } = environment;
  if (authSecret && actionsKey) return { authSecret, actionsKey };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, "secrets.json");
  const fresh = {
    authSecret: randomBytes(32).toString("base64url"),
    actionsKey: randomBytes(32).toString("base64"),
  };
  createPrivately(file, JSON.stringify(fresh)); // unless an earlier start, or one beside us, has made it
  const kept = stored.parse(JSON.parse(readFileSync(file, "utf8")));
  return { authSecret: authSecret ?? kept.authSecret, actionsKey: actionsKey ?? kept.actionsKey };
}
