// What is measured on a picture; which of it is worth a mark is decided by the engine (engine/page/mark-rules.ts).

export type JudgeQuestion = { readonly task: "judge"; readonly bytes: Uint8Array };

export type PictureFacts = {
  readonly kind: "judged";
  /** Pixels of ink in the judged picture, away from its edges; specks and punched holes not counted. */
  readonly ink: number;
  /** Median width of the edges of ink in pixels of the judged picture, and how many were measured. */
  readonly edgeWidth: number;
  readonly edgeCount: number;
  /** Brightness of the paper, 0 to 255. */
  readonly paper: number;
  /** Share of the page where light blots out everything while the rest is darker, 0 to 1. */
  readonly glare: number;
  /** Strokes and rules that run into an edge: of the worst of the four sides. */
  readonly cutStrokes: number;
  /** Share of red ink in the head of the page, 0 to 1, and over how much of its width it stands. */
  readonly redHead: number;
  readonly redWidth: number;
  readonly fingerprint: Uint8Array;
  /** Texts of the codes found on it. */
  readonly codes: readonly string[];
};
