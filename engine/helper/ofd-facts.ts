// What an OFD says of itself; its pages are not laid out.

export type OfdQuestion = { readonly task: "ofd-facts"; readonly bytes: Uint8Array };

/** Blank and null where the file is silent. */
export type OfdFacts = {
  readonly kind: "ofd-facts";
  readonly docId: string;
  readonly title: string;
  readonly author: string;
  readonly createdOn: string;
  /** Pages the document lists; null when its list could not be found. */
  readonly pageCount: number | null;
  readonly isSigned: boolean;
};
