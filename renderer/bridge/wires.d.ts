// What the preload puts on the window.
import type { ShellWire } from "#contract/shell";
import type { EngineWire } from "#contract/wire";

declare global {
  interface Window {
    readonly engineWire: EngineWire;
    readonly shellWire: ShellWire;
  }
}
