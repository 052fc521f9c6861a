import { once } from "node:events";
import { createServer } from "node:net";

/** Null when this process could listen on `port` of `host`, else the system's code: EADDRINUSE, EACCES … */
export async function findPortProblem(port: number, host: string): Promise<string | null> {
  const tried = await listenOnce(port, host);
  return typeof tried === "string" ? tried : null;
}

/** `preferred` when it is free on 127.0.0.1, else a port that the system picks. */
export async function freePort(preferred: number | null): Promise<number> {
  const kept = preferred === null ? null : await listenOnce(preferred, "127.0.0.1");
  const port = typeof kept === "number" ? kept : await listenOnce(0, "127.0.0.1");
  if (typeof port === "string") throw new Error(`no free port on 127.0.0.1: ${port}`);
  return port;
}

async function listenOnce(port: number, host: string): Promise<number | string> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : port;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    server.close();
  }
}
