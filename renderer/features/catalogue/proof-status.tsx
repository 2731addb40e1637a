import type { ReactNode } from "react";
import type { FormProof } from "#contract/form-proof";
import { catalogueText } from "#text/catalogue";
import { ProofLine } from "./proof-line.tsx";

type Props = {
  readonly proof: FormProof | undefined;
  /** Whether archive and PDF say the same; undefined while one of them has not answered. */
  readonly isAgreed: boolean | undefined;
  readonly isXlsxAgreed: boolean;
  readonly isBusy: boolean;
};

/** The row-conservation line under the preview (product W01). */
export function ProofStatus({ proof, isAgreed, isXlsxAgreed, isBusy }: Props): ReactNode {
  const words = (): string => {
    if (isAgreed === undefined) return catalogueText.checking;
    if (!isAgreed) return catalogueText.differs;
    return isXlsxAgreed ? catalogueText.agreesAll : catalogueText.agrees;
  };
  return (
    <p className="conservation" role="status">
      {proof ? (
        <>
          <ProofLine proof={proof} />
          <span className={`mark ${isAgreed === undefined ? "" : isAgreed ? "mark-proved" : "mark-destroy"}`}>
            {words()}
          </span>
        </>
      ) : (
        <span className="quiet">{isBusy ? catalogueText.checking : ""}</span>
      )}
    </p>
  );
}
