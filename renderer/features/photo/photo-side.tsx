import { Button, Segmented } from "antd";
import type { ReactNode, RefObject } from "react";
import type { CaptionedItem, CaptionFields } from "#contract/caption";
import type { Matter } from "#contract/fonds";
import type { Group } from "#contract/group";
import { saveOriginal } from "#bridge/digital-file";
import { digitalFacts, digitalText } from "#text/digital-file";
import { sayTail } from "#text/format";
import { photoText } from "#text/photo";
import { FactList } from "#ui/fact-list";
import { PageViewer } from "#ui/page-viewer";
import { CaptionForm } from "./caption-form.tsx";
import { GroupForm } from "./group-form.tsx";

export type Side = "caption" | "group";
type Props = {
  readonly group: Group;
  readonly matters: readonly Matter[];
  readonly row: CaptionedItem | undefined;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly before: CaptionFields | undefined;
  readonly onWritten: (caption: CaptionFields) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
  readonly formBox: RefObject<HTMLDivElement | null>;
};

/** What the camera said, beside what the clerk states. */
function cameraLine({ camera, page }: CaptionedItem): string {
  const size = page ? photoText.pixels(page.width, page.height) : "";
  if (!camera) return [photoText.noCamera, size].filter(Boolean).join(" · ");
  const taken = camera.takenAt.replace("T", " ");
  return [photoText.camera, `${camera.make} ${camera.model}`.trim(), taken, size].filter(Boolean).join(" · ");
}

/** The picture large, or the card of a recording; below it the form of this one or of the group. */
export function PhotoSide(props: Props): ReactNode {
  const { group, matters, row, side, onSide, before, onWritten, onNext, onRemove, formBox } = props;
  return (
    <div className="photo-side">
      {row?.page && (
        <PageViewer
          key={row.itemId}
          source={`app://page/${row.page.id}/image`}
          width={row.page.width}
          height={row.page.height}
          caption={sayTail(row.sourceName, 24)}
          words={photoText.viewer}
        />
      )}
      {row?.file && !row.page && (
        <div className="photo-card">
          <FactList facts={digitalFacts(row.file)} />
          {row.access !== "restricted" && (
            <Button size="small" onClick={() => row.file && void saveOriginal(row.file)}>
              {digitalText.saveAs}
            </Button>
          )}
        </div>
      )}
      {!row && <div className="viewer viewer-none quiet">{photoText.nothingShown}</div>}
      <div className="photo-under" ref={formBox}>
        {row?.page && <p className="photo-camera quiet small">{cameraLine(row)}</p>}
        <Segmented
          block
          options={[
            { value: "caption", label: photoText.sides.caption },
            { value: "group", label: photoText.sides.group },
          ]}
          value={side}
          onChange={onSide}
        />
        {side === "group" && <GroupForm key={group.id} group={group} matters={matters} onRemove={onRemove} />}
        {side === "caption" && row && (
          <CaptionForm key={row.itemId} row={row} before={before} onWritten={onWritten} onNext={onNext} />
        )}
      </div>
    </div>
  );
}
