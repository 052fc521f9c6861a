// A process that owns a data folder until it is told to stop or is killed:
//   node --import tsx tests/support/embedded-owner.ts DATA_DIR [durable]
import { DatabaseError } from "@/lib/db/database-error";
import { startEmbedded } from "@/lib/db/embedded/start-embedded";

const dataDir = process.argv[2] ?? "";
const tell = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const database = await startEmbedded(dataDir, {
    purpose: "test owner",
    durable: process.argv[3] === "durable",
    onEvent: (event) => tell({ event }),
  });
  tell({ url: database.url, pid: database.pid });
  process.on("SIGTERM", () => {
    void database.stop().then(() => process.exit(0));
  });
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  tell({ code: error.code, params: error.params });
  process.exit(1);
}
