// Names for new things: 128 random bits as 32 hex digits, so that a name says nothing of what it names.
import { randomBytes } from "node:crypto";

export type MakeId = () => string;

export const randomId: MakeId = () => randomBytes(16).toString("hex");
