import type { ReactNode } from "react";

type Props = { readonly words: string; readonly title: string; readonly isLook: boolean };

/** A small word on a thumbnail that says what is not done yet, or could not be. */
export function PageState({ words, title, isLook }: Props): ReactNode {
  return (
    <span className={`page-state ${isLook ? "tone-look" : ""}`} title={title}>
      {words}
    </span>
  );
}
