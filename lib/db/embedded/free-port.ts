import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { DatabaseError } from "../database-error";

/** Null when this process could listen on `port` of `host`, else the system's code: EADDRINUSE, EACCES … */
export async function findPortProblem(port: number, host: string): Promise<string | null> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    server.close();
  }
}

// Below the range from which systems give ports to outgoing connections: a client that tries to reach a server that
// is down could otherwise be given that very port, connect to itself and keep the server from coming back.
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** `preferred` when it is free on 127.0.0.1, else another port that is. */
export async function freePort(preferred: number | null): Promise<number> {
  let port = preferred ?? randomPort();
  for (let attempt = 1; ; attempt++) {
    const problem = await findPortProblem(port, "127.0.0.1");
    if (!problem) return port;
    if (attempt >= 50) throw new DatabaseError("database-start-failed", { port, log: problem });
    port = randomPort();
  }
}

const randomPort = (): number => FIRST_PORT + randomInt(PORTS);
