import { createServer } from "node:http";
import path from "node:path";
import { build } from "esbuild";
import type { Pair } from "./bitext";

const root = path.resolve(import.meta.dirname, "../../..");

/** Serves the plain list of the same rows, bundled for production. */
export async function startPlainServer(pairs: readonly Pair[]) {
  const bundle = await build({
    entryPoints: [path.join(root, "tests/bench/baselines/plain-list.tsx")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    alias: { "@": root },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const files: Record<string, readonly [type: string, body: string]> = {
    "/": [
      "text/html",
      '<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="list.js"></script>',
    ],
    "/list.js": ["text/javascript", bundle.outputFiles[0]?.text ?? ""],
    "/pairs.json": ["application/json", JSON.stringify(pairs)],
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    response.writeHead(file ? 200 : 404, { "content-type": `${file?.[0] ?? "text/plain"}; charset=utf-8` });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}/`,
    stop: () => server.close(),
  };
}
