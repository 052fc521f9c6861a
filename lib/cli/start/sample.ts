import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** An account of the sample project, shown at start. */
export interface SampleSignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

interface SampleLoader {
  loadSample(databaseUrl: string): Promise<readonly SampleSignIn[]>;
}

const LOADER = "lib/services/sample/load-sample.ts";

/**
 * Loads the sample project into a database that holds nothing yet. Answers with the sign-ins to show: those of the
 * sample as long as they work, none in an installation that never had it.
 */
export async function loadSampleOnce(databaseUrl: string): Promise<readonly SampleSignIn[]> {
  const file = path.join(root, LOADER);
  if (!existsSync(file)) return [];
  const loader = (await import(file)) as SampleLoader;
  return loader.loadSample(databaseUrl);
}
