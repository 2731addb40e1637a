// From source the migrations lie beside this file; in the bundle beside the engine's program.

/** Folder of the numbered .sql files. */
export const migrationsFolder = new URL("./migrations/", import.meta.url);
