// The channel to the parent closes when that is gone, also by kill -9: a web server without its database, still
// holding the port, would be in the way of the next start. It must not be unref'd: `next dev` hands this file on to a
// worker that has nothing but its channel to wait for at first, and that would end at once.
process.on("disconnect", () => process.exit(1));
