import { useEffect, useState } from "react";

/** A length token in pixels, as it holds now (it grows with the text). */
export function usePixels(token: string, textScale: number): number {
  const [pixels, setPixels] = useState(34);
  useEffect(() => {
    const probe = document.createElement("div");
    probe.style.cssText = `position:absolute;visibility:hidden;height:var(${token})`;
    document.body.append(probe);
    setPixels(probe.getBoundingClientRect().height);
    probe.remove();
  }, [token, textScale]);
  return pixels;
}
