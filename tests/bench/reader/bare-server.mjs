// The same bytes from node:http and nothing else: node bare-server.mjs PORT FILE
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [port, file] = process.argv.slice(2);
const body = readFileSync(file);
createServer((_request, response) => {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "gzip",
    "content-length": body.length,
    etag: '"bare"',
  });
  response.end(body);
}).listen(Number(port), "127.0.0.1", () => process.send?.("listening"));
