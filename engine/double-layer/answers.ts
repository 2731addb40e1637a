// What this room answers: double-layer files that leave, originals that are looked at.
import type { Reads, Tasks } from "#engine/handler";
import { describeOfd } from "./describe-ofd.ts";
import { planDoubleLayer } from "./gather-items.ts";
import { openSourceDocument, readSourceDocument } from "./read-source.ts";
import { writeDoubleLayer } from "./write-double-layer.ts";

export const doubleLayerReads = {
  "double-layer.plan": planDoubleLayer,
  "source.read": readSourceDocument,
  "source.open": openSourceDocument,
} satisfies Partial<Reads>;

export const doubleLayerTasks = {
  "double-layer.write": writeDoubleLayer,
  "source.describe-ofd": describeOfd,
} satisfies Partial<Tasks>;
