import { rmSync } from "node:fs";

/** Removes the data folder; the web server plugin has ended the server by its signal before or does so after. */
export default function globalTeardown(): void {
  const folder = process.env.E2E_DATA_DIR;
  if (folder && process.env.E2E_REUSE !== "1")
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}
