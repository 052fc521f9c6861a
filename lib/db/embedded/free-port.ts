import { once } from "node:events";
import { createServer } from "node:net";

/** True when nothing listens on `port` of `host` and this process may. */
export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await listenOnce(port, host)) !== null;
}

/** `preferred` when it is free on 127.0.0.1, else a port that the system picks. */
export async function freePort(preferred: number | null): Promise<number> {
  const port = preferred === null ? null : await listenOnce(preferred, "127.0.0.1");
  return port ?? (await listenOnce(0, "127.0.0.1")) ?? 0;
}

async function listenOnce(port: number, host: string): Promise<number | null> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : null;
  } catch {
    return null;
  } finally {
    server.close();
  }
}
