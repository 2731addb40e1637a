import type { ReactNode } from "react";
import { ShortcutLine, type Shortcut } from "./shortcut-line.tsx";

type Props = {
  /** A verb phrase: the page's one job. */
  readonly title: string;
  readonly beside?: ReactNode;
  /** At most one primary button. */
  readonly primary?: ReactNode;
  readonly shortcuts?: readonly Shortcut[];
  readonly className?: string;
  readonly children: ReactNode;
};

/** One page: title left, one primary button right, the shortcut line at the bottom. */
export function Page({ title, beside, primary, shortcuts = [], className = "", children }: Props): ReactNode {
  return (
    <main className="page" aria-label={title}>
      <header className="page-head">
        <h1>{title}</h1>
        <div className="page-beside">{beside}</div>
        <div className="page-primary">{primary}</div>
      </header>
      <div className={`page-body ${className}`}>{children}</div>
      {shortcuts.length > 0 && <ShortcutLine shortcuts={shortcuts} />}
    </main>
  );
}
