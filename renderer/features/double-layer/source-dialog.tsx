// The PDF a page came in, page under page. Pages are shown as they were drawn at intake, whatever packing their images
// have (JBIG2, JPEG 2000); pdf.js lays the text over them and runs nothing.
import { Modal } from "antd";
import { type ReactNode, useMemo } from "react";
import type { PageId } from "#contract/scan";
import { useRead } from "#bridge/use-read";
import { bridgeText } from "#text/bridge";
import { doubleLayerText } from "#text/double-layer";
import { PdfPages } from "#ui/pdf-pages";
import { Problem } from "#ui/problem";
import { Waiting } from "#ui/waiting";

/** The original over the desk; Esc closes it. */
export function SourceDialog({
  pageId,
  onClose,
}: {
  readonly pageId: PageId;
  readonly onClose: () => void;
}): ReactNode {
  const source = useRead("source.read", { pageId });
  const { value } = source;
  const pages = useMemo(() => new Map(value?.pages.map((page) => [page.sourcePage, page])), [value]);
  return (
    <Modal
      open
      className="source-dialog"
      title={value ? doubleLayerText.sourceTitle(value.sourceName, value.pageCount) : doubleLayerText.source}
      width="min(1120px, 96vw)"
      footer={<span className="quiet">{doubleLayerText.sourceNote}</span>}
      onCancel={onClose}
    >
      {source.problem && <Problem {...source.problem} />}
      {!value && !source.problem && <Waiting label={bridgeText.waiting} shape="form" />}
      {value && (
        <div className="source-room">
          <PdfPages
            address={`app://document/source/${pageId}`}
            size={value.size}
            words={doubleLayerText.pages}
            waiting={<Waiting label={bridgeText.waiting} shape="form" />}
            hasText
            shapeOf={(page) => pages.get(page)}
            pictureOf={(page) => {
              const own = pages.get(page);
              return own && `app://page/${own.pageId}/image?version=1`;
            }}
          />
        </div>
      )}
    </Modal>
  );
}
