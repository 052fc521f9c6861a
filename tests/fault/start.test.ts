import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "@/lib/db/embedded/data-folder";
import { freePort } from "@/lib/db/embedded/free-port";
import { recordedPid } from "@/lib/db/embedded/leftover-server";
import { findOwner } from "@/lib/db/embedded/owner-lock";
import { findRunningDatabase } from "@/lib/db/embedded/running-database";
import { scratchFolder } from "../support/scratch-folder";
import { firstAnswer, type StartedServer, startServer, stopServer } from "../support/started-server";

const root = path.resolve(import.meta.dirname, "../..");

const started: StartedServer[] = [];

function start(env: Record<string, string>): StartedServer {
  const one = startServer(root, env);
  started.push(one);
  return one;
}

afterEach(async () => {
  for (const one of started.splice(0)) await stopServer(one);
});

describe("npm start", () => {
  let dataDir: string;
  let port: string;
  let address: string;

  beforeAll(async () => {
    port = String(await freePort(null));
    address = `http://127.0.0.1:${port}`;
  });

  it("serves, says who has the data folder and that the port is taken, and ends cleanly on a signal", async () => {
    dataDir = path.join(scratchFolder(), "data");
    const first = start({ DATA_DIR: dataDir, PORT: port });
    await firstAnswer(address, 300_000);
    await expect.poll(first.output, { timeout: 10_000 }).toContain(`ready at ${address}`);

    const second = start({ DATA_DIR: dataDir, PORT: String(await freePort(null)) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`process ${first.child.pid}`);
    expect(second.output()).toContain(`at ${address}`);

    const third = start({ DATA_DIR: path.join(scratchFolder(), "data"), PORT: port });
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain(`Port ${port} of 127.0.0.1 is in use`);

    const { url } = findRunningDatabase(dataDir) ?? {};
    expect(url).toContain("127.0.0.1");
    const since = Date.now();
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(findOwner(dataDir)).toBeNull();

    const again = start({ DATA_DIR: dataDir, PORT: port });
    const answered = await firstAnswer(address);
    process.stdout.write(`note: second start: first answer after ${answered} ms\n`);
    expect(again.output()).not.toMatch(/Build|Install|Generat|Migrated/);
    again.child.kill("SIGINT");
    expect(await again.ended).toBe(0);
  });

  it("recovers by itself from kill -9, and lets go of the port at once", async () => {
    dataDir = path.join(scratchFolder(), "data");
    for (let round = 0; round < 3; round++) {
      const running = start({ DATA_DIR: dataDir, PORT: port });
      const answered = await firstAnswer(address);
      if (round > 0) process.stdout.write(`note: start after kill -9: first answer after ${answered} ms\n`);
      await expect.poll(running.output, { timeout: 10_000 }).toContain("ready at");
      running.child.kill("SIGKILL"); // only the owner: its web server must notice by itself
      await running.ended;
    }
    const last = start({ DATA_DIR: dataDir, PORT: port });
    await firstAnswer(address);
    expect(last.output()).not.toContain("in use");
  });

  it("answers again within ten seconds after kill -9 of its database, without a restart", async () => {
    dataDir = path.join(scratchFolder(), "data");
    const running = start({ DATA_DIR: dataDir, PORT: port });
    await firstAnswer(address);
    await expect.poll(running.output, { timeout: 10_000 }).toContain("ready at");
    process.kill(recordedPid(dataFolder(dataDir)) ?? 0, "SIGKILL");
    await expect.poll(running.output, { timeout: 10_000 }).toContain("The database runs again.");
    expect(await firstAnswer(address, 10_000)).toBeLessThan(10_000);
    expect(running.child.exitCode).toBeNull();
  });

  it("does not start a database, and says what is wrong, when a setting cannot be used", async () => {
    dataDir = path.join(scratchFolder(), "data");
    const refused = start({ DATA_DIR: dataDir, PORT: "notaport", DATABASE_POOL_SIZE: "0" });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/^PORT=notaport must be .*\nDATABASE_POOL_SIZE=0 must be .*\n$/);
    expect(findOwner(dataDir)).toBeNull();
    const unreachable = start({
      DATA_DIR: dataDir,
      PORT: port,
      DATABASE_URL: "postgresql://a:hunter2@127.0.0.1:1/b",
    });
    expect(await unreachable.ended).toBe(1);
    expect(unreachable.output()).toContain("127.0.0.1:1/b cannot be reached");
    expect(unreachable.output()).not.toContain("hunter2");
  });

  it("leaves a port alone that another program has", async () => {
    const other = createServer((_request, response) => response.end("other")).listen(
      Number(port),
      "127.0.0.1",
    );
    await once(other, "listening");
    const refused = start({ DATA_DIR: path.join(scratchFolder(), "data"), PORT: port });
    expect(await refused.ended).toBe(1);
    expect(await (await fetch(address)).text()).toBe("other");
    other.close();
  });
});
