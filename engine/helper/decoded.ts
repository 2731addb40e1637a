// What comes out of a decoder: facts about the file, then its pages one by one, then the warnings.
import type { CameraFacts } from "./described.ts";

/** Formats a page may be scanned into; what identify-format.ts finds by content, never by name. */
export type SourceFormat = "jpeg" | "png" | "tiff" | "pdf" | "jp2" | "j2k";

/** 色彩模式: 二值 · 灰度 · 彩色 (DA/T 46, M55; 待核对). */
export type ColourMode = "bitonal" | "grey" | "colour";

/** What a decoder noticed without having to refuse the file. */
export type DecodeWarning =
  | "image-bit-errors"
  | "image-huge-comment"
  | "trailing-data"
  | "pdf-repaired"
  | "pdf-owner-password"
  | "pdf-active-content"
  | "pdf-huge-image"
  | "pdf-page-blank";

export type DecodeQuestion = { readonly format: SourceFormat; readonly bytes: Uint8Array };

/** A picture for the screen where the browser cannot show the original (TIFF, PDF); never the archival copy. */
export type Rendition = { readonly format: "jpeg" | "png"; readonly bytes: Uint8Array };

/** First part: how many pages will follow. */
export type SourceOpened = { readonly kind: "opened"; readonly pageCount: number };
/**
 * One page. Width and height are pixels as shown (EXIF orientation applied; a PDF page at `dpi`), dpi as the file
 * states it or null. The thumbnail is a JPEG, long side 256 px.
 */
export type DecodedPage = {
  readonly kind: "page";
  readonly pageNumber: number;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly colourMode: ColourMode;
  readonly thumbnail: Uint8Array;
  readonly rendition: Rendition | null;
};
/** Last part: only now is the file known to be whole. */
export type SourceClosed = {
  readonly kind: "closed";
  readonly warnings: readonly DecodeWarning[];
  /** What the camera wrote into a photo; null where it wrote nothing. */
  readonly camera: CameraFacts | null;
};

export type DecodedPart = SourceOpened | DecodedPage | SourceClosed;
