// Stands for the process that makes long pages: it answers with what it was asked, as bytes, and does what a path says.
process.on("disconnect", () => process.exit(1));
process.on("message", ({ path }) => {
  if (path === "/dies") process.exit(3);
  if (path === "/hangs") return;
  if (path === "/fails") return process.send({ problem: "the framework did not answer" });
  const body = Buffer.from(`${process.pid} ${path}`);
  process.send({ made: { kind: "once", status: 200, headers: [], body } });
});
