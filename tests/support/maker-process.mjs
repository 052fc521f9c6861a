// Stands for the process that makes long pages: it answers with what it was asked, as bytes, and does what a path says.
process.on("disconnect", () => process.exit(1));
process.on("message", ({ id, address }) => {
  if (address.path === "/dies") process.exit(3);
  if (address.path === "/hangs") return;
  if (address.path === "/fails") return process.send({ id, problem: "the framework did not answer" });
  const body = Buffer.from(`${process.pid} ${address.path}`);
  process.send({ id, made: { kind: "once", status: 200, headers: [], body } });
});
