import type { ReactNode } from "react";

/** Keys as they are printed on the keyboard, and what they do. */
export type Shortcut = readonly [keys: string, does: string];

/** The line at the bottom that says what the hand can do here. */
export function ShortcutLine({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }): ReactNode {
  return (
    <footer className="shortcut-line">
      {shortcuts.map(([keys, does]) => (
        <span key={keys}>
          <kbd>{keys}</kbd> {does}
        </span>
      ))}
    </footer>
  );
}
