import { Fragment, type ReactNode } from "react";
import { type CatalogueProof, sayCatalogueProof } from "#contract/catalogue-proof";

/** The words of the conservation line with the 档号 in their own face, so that no dot in them looks like a dash. */
export function ProofLine({ proof }: { readonly proof: CatalogueProof }): ReactNode {
  const [beforeFirst = "", ...rest] = sayCatalogueProof(proof).split(proof.firstCode);
  const [between = "", afterLast = ""] = rest.join(proof.firstCode).split(proof.lastCode);
  const pieces =
    proof.firstCode === proof.lastCode
      ? sayCatalogueProof(proof)
          .split(proof.firstCode)
          .flatMap((words, index) => (index === 0 ? [words] : [proof.firstCode, words]))
      : [beforeFirst, proof.firstCode, between, proof.lastCode, afterLast];
  return (
    <span className="grow proof-line">
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <span key={index} className="archival-code">
            {piece}
          </span>
        ) : (
          <Fragment key={index}>{piece}</Fragment>
        ),
      )}
    </span>
  );
}
