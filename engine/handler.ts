// What a function that answers a procedure looks like. A room gives its own as one object in its answers.ts.
import type { Input, NameOf, Output } from "#contract/contract";
import type { ReadDb, WriteDb } from "#db/open";
import type { OpenArchive } from "#engine/vault/open-archive";
import type { Desk } from "./desk.ts";
import type { House } from "./house.ts";
import type { Job } from "./job.ts";
import type { Written } from "./written.ts";

export type ReadHandler<N extends NameOf<"read">> = (db: ReadDb, input: Input<N>, desk: Desk) => Output<N>;
export type WriteHandler<N extends NameOf<"write">> = (db: WriteDb, input: Input<N>, desk: Desk) => Written<Output<N>>;
export type TaskHandler<N extends NameOf<"task">> = (
  house: House,
  archive: OpenArchive,
  input: Input<N>,
  job: Job,
) => Promise<Output<N>>;
export type DoorHandler<N extends NameOf<"door">> = (house: House, input: Input<N>, job: Job) => Promise<Output<N>>;

/** The answers of one room: a name that is no procedure of that kind does not compile. */
export type Reads = { readonly [N in NameOf<"read">]: ReadHandler<N> };
export type Writes = { readonly [N in NameOf<"write">]: WriteHandler<N> };
export type Tasks = { readonly [N in NameOf<"task">]: TaskHandler<N> };
