// Answers questions that arrive on any channel with send and a message event.
import { z } from "zod";
import type { EngineMessage, Question } from "#contract/wire";
import type { Engine } from "./engine.ts";

const question = z.object({ id: z.string(), seat: z.enum(["window", "shell"]), name: z.string(), input: z.unknown() });

export type Channel = {
  send(message: EngineMessage): void;
  hear(listener: (message: unknown) => void): void;
};

/** Serves an engine on a channel; a message that is no question is passed over. */
export function serve(engine: Engine, channel: Channel): void {
  channel.hear((message) => {
    const parsed = question.safeParse(message);
    if (!parsed.success) return;
    const asked = parsed.data as Question;
    void engine.reply(asked).then((reply) => channel.send({ kind: "reply", id: asked.id, reply }));
  });
}
