import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const DOCUMENTED = path.resolve(import.meta.dirname, "../../../lib/pages/nginx.conf");

/** nginx with the page as a file, and with our documented configuration in front of instances. */
export async function startNginx(
  folder: string,
  ports: { readonly file: number; readonly cache: number },
  instances: readonly string[],
): Promise<ChildProcess> {
  for (const name of ["cache", "logs", "tmp"]) mkdirSync(path.join(folder, name), { recursive: true });
  const documented = readFileSync(DOCUMENTED, "utf8")
    .replace(
      / {2}server 127\.0\.0\.1:3000;.*/,
      instances.map((one) => `  server ${new URL(one).host};`).join("\n"),
    )
    .replace(/ {2}listen 80;.*/, `  listen 127.0.0.1:${ports.cache};`)
    .replace("/var/cache/nginx/gegenlesen", path.join(folder, "cache"));
  writeFileSync(path.join(folder, "gegenlesen.conf"), documented);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `  ${name}_temp_path ${path.join(folder, "tmp", name)};`)
    .join("\n");
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off; keepalive_requests 1000000; sendfile on;
${temporary}
  server { listen 127.0.0.1:${ports.file}; root ${folder}/files; gzip_static always; }
  include ${folder}/gegenlesen.conf;
}
`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf")], { stdio: "inherit" });
  for (let tries = 0; tries < 50; tries++) {
    if (await fetch(`http://127.0.0.1:${ports.file}/`).catch(() => null)) return child;
    await sleep(100);
  }
  throw new Error(`nginx does not start: ${readFileSync(path.join(folder, "logs/error.log"), "utf8")}`);
}
