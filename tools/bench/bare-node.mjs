// Node alone, for the memory section: says that it is there and waits until its channel is closed.
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
