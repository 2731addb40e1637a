// Time, as a thing tests can hold still.

export type Clock = {
  /** The instant as UTC ISO text, milliseconds kept. */
  now(): string;
  /** Milliseconds since the engine started; never goes back. */
  monotonicMs(): number;
};

const startedAt = performance.now();

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => Math.round(performance.now() - startedAt),
};
