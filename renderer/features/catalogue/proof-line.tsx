import { Fragment, type ReactNode } from "react";
import { type FormProof, sayFormProof } from "#contract/form-proof";

/** The words of the conservation line with the 档号 in their own face, so that no dot in them looks like a dash. */
export function ProofLine({ proof }: { readonly proof: FormProof }): ReactNode {
  const codes = [...new Set([proof.firstCode, proof.lastCode])].filter((code) => code !== "");
  const words = sayFormProof(proof);
  // Split with the codes kept: every second piece is one.
  const escaped = codes.map((code) => code.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pieces = codes.length === 0 ? [words] : words.split(new RegExp(`(${escaped.join("|")})`));
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
