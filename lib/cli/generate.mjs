import { generateClient } from "./start/client.mjs";

try {
  await generateClient();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
