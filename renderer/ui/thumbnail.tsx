import type { ReactNode } from "react";

/** The small picture of a page; read when it comes into sight. What it shows is said beside it. */
export function Thumbnail({ pageId }: { readonly pageId: string }): ReactNode {
  return <img src={`app://page/${pageId}/thumbnail`} alt="" loading="lazy" decoding="async" draggable={false} />;
}
