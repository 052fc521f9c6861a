// The channel to the parent closes when that is gone, also by kill -9: a web server without its database, still
// holding the port, would be in the way of the next start.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
