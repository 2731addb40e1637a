// What a helper is asked when a file of ours is read back, and what it answers.

/** A page of a finished PDF, or a thumbnail, as sixteen by sixteen shades, row by row: enough to see that it is the same picture. */
export type Sketch = Uint8Array;
export const sketchSide = 16;

/** Opens a PDF of ours with PDFium and gives each page. */
export type ReadBackQuestion = { readonly task: "read-back"; readonly bytes: Uint8Array };
export type PageReadBack = {
  readonly kind: "read-back";
  readonly pageNumber: number;
  readonly pageCount: number;
  /** Code points of the page in the order of the file, without those a reader made up between lines. */
  readonly text: string;
  readonly sketch: Sketch;
};

/** A thumbnail (JPEG) as a sketch. */
export type SketchQuestion = { readonly task: "sketch"; readonly bytes: Uint8Array };
export type Sketched = { readonly kind: "sketched"; readonly sketch: Sketch };

/** A picture drawn anew as an upright PNG of eight bits without transparency. */
export type RepaintQuestion = { readonly task: "repaint"; readonly bytes: Uint8Array };
export type Repainted = { readonly kind: "repainted"; readonly png: Uint8Array };

export type ProofQuestion = ReadBackQuestion | SketchQuestion | RepaintQuestion;
