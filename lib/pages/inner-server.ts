import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { duplexPair } from "node:stream";

export type RequestHandler = (
  request: IncomingMessage,
  response: import("node:http").ServerResponse,
) => unknown;

export interface InnerAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface InnerServer {
  /** What the framework answers to somebody of whom it knows nothing. Rejects when the answer is longer than 320 MB. */
  ask(target: string): Promise<InnerAnswer>;
}

/** 20,000 paragraphs of a line each are about 70 MB before they lose what only scripts read. */
const MOST_BYTES = 320 * 1024 * 1024;
/**
 * A name that the framework takes for a search engine's: it then sends a page when all of it is ready, with its
 * metadata in the head, in one piece that needs no script to be put together.
 */
const ALL_AT_ONCE = "Gegenlesen (Google-Gegenlesen)";

/** The framework's handler behind a connection inside this process: no port, no socket. */
export function innerServer(handler: RequestHandler, origin: URL): InnerServer {
  const server = createServer((incoming, response) => void handler(incoming, response));
  const headers = {
    host: origin.host,
    "user-agent": ALL_AT_ONCE,
    "accept-encoding": "identity",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": origin.host,
    "x-forwarded-proto": origin.protocol.replace(":", ""),
  };
  const connect = () => {
    const [ours, theirs] = duplexPair();
    server.emit("connection", theirs);
    return ours as unknown as import("node:net").Socket;
  };
  return {
    ask: (target) =>
      new Promise((resolve, reject) => {
        request({ path: target, headers, createConnection: connect }, (incoming) => {
          readAll(incoming).then(
            (body) => resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body }),
            reject,
          );
        })
          .on("error", reject)
          .end();
      }),
  };
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error("the page is too long to be kept");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
