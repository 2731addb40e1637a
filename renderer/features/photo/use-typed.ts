import { useRef, useState } from "react";

/**
 * What was typed over a record and is not yet kept. `save` is given only what differs, and true from it lets go of what
 * was saved; what was typed meanwhile, or refused, stays.
 */
export function useTyped<T extends object>(
  kept: T,
  save: (changed: Partial<T>) => Promise<boolean>,
): { own: T; type: (part: Partial<T>) => void; leave: () => Promise<boolean> } {
  const [typed, setTyped] = useState<Partial<T>>({});
  const latest = useRef(typed);
  const line = useRef<Promise<boolean>>(Promise.resolve(true));
  const type = (part: Partial<T>): void => {
    latest.current = { ...latest.current, ...part };
    setTyped(latest.current);
  };
  const keep = async (): Promise<boolean> => {
    const given = latest.current;
    const changed = Object.entries(given).filter(([name, value]) => kept[name as keyof T] !== value);
    if (changed.length > 0 && !(await save(Object.fromEntries(changed) as Partial<T>))) return false;
    const rest = Object.entries(latest.current).filter(([name, value]) => given[name as keyof T] !== value);
    latest.current = Object.fromEntries(rest) as Partial<T>;
    setTyped(latest.current);
    return true;
  };
  // One after the other: a field left while the one before is still being saved waits for it.
  const leave = (): Promise<boolean> => (line.current = line.current.then(() => now.current()));
  const now = useRef(keep);
  now.current = keep;
  return { own: { ...kept, ...typed }, type, leave };
}
