import { useCallback, useEffect, useState } from "react";

/** Seconds that run down to 0; start sets them anew. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const tick = (): void => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil(0);
    };
    tick();
    const clock = setInterval(tick, 250);
    return () => clearInterval(clock);
  }, [until]);
  const start = useCallback((seconds: number) => setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0), []);
  return [left, start];
}
