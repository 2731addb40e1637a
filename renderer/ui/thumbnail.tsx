import type { ReactNode } from "react";

type Props = {
  readonly pageId: string;
  /** The version it shows: another one is another picture. Left out where nobody works on pages. */
  readonly version?: number;
};

/** The small picture of a page; read when it comes into sight. What it shows is said beside it. */
export function Thumbnail({ pageId, version }: Props): ReactNode {
  const source = `app://page/${pageId}/thumbnail${version === undefined ? "" : `?version=${version}`}`;
  return <img src={source} alt="" loading="lazy" decoding="async" draggable={false} />;
}
