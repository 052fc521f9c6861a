// Runs on a bare Node, before any package is installed.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Gegenlesen needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org or your system's packages.`,
  );
  process.exit(1);
}

const { StepError } = await import("./start/step.mjs");
const { root } = await import("./start/root.mjs");
const { ensurePackages } = await import("./start/packages.mjs");
const { ensureClient } = await import("./start/client.mjs");

process.chdir(root);
try {
  await ensurePackages();
  await ensureClient();
  const { register } = await import("tsx/esm/api");
  register();
  const { start } = await import("./start/start.ts");
  await start({ isDevelopment: process.argv.includes("--dev") });
} catch (error) {
  console.error(error instanceof StepError ? error.message : error);
  process.exit(1);
}
