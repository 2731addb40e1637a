// One ear for the engine's announcements, shared by everything on the page.
import type { EngineEvent } from "#contract/event";

const hearers = new Set<(event: EngineEvent) => void>();
let isListening = false;

/** Hears every announcement until the returned function is called. */
export function onEngineEvent(hear: (event: EngineEvent) => void): () => void {
  if (!isListening) {
    isListening = true;
    window.engineWire.listen((event) => {
      for (const each of hearers) each(event);
    });
  }
  hearers.add(hear);
  return () => hearers.delete(hear);
}
