// Names for new things: 128 random bits as 32 hex digits, so that a name says nothing of what it names.
import { randomDraw } from "#db/random-draw";

export type MakeId = () => string;

const draw = randomDraw(16);

/** A name is no secret, so it may be drawn with others. */
export const randomId: MakeId = () => draw().toString("hex");
