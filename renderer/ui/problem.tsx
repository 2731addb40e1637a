import { Button } from "antd";
import type { ReactNode } from "react";

type Props = {
  readonly sentence: string;
  readonly code: string;
  readonly again?: { readonly words: string; readonly run: () => void };
  readonly children?: ReactNode;
};

/** A refusal in its place: the sentence, the code small for the telephone, and the way on. */
export function Problem({ sentence, code, again, children }: Props): ReactNode {
  return (
    <div className="problem" role="alert">
      <p>
        {sentence} <small className="code">{code}</small>
      </p>
      {again && <Button onClick={again.run}>{again.words}</Button>}
      {children}
    </div>
  );
}
