import { type ReactNode, useDeferredValue } from "react";

type Props = { readonly children: ReactNode };

/** Comes one draw after what stands beside it: a page image need not wait until a long form has been made. */
export function Later({ children }: Props): ReactNode {
  const isDue = useDeferredValue(true, false);
  return isDue ? children : null;
}
