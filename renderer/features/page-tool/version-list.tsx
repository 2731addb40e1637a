import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import type { PageVersion } from "#contract/page-tool";
import type { PageId } from "#contract/scan";
import { sayBytes, sayMinute } from "#text/format";
import { pageToolText, sayVersion } from "#text/page-tool";
import { pageSource } from "#bridge/page-slot";

type Props = {
  readonly pageId: PageId;
  readonly versions: readonly PageVersion[];
  readonly isFixed: boolean;
  readonly isBusy: boolean;
  readonly onShow: (number: number) => void;
  readonly onClose: () => void;
};

/** All versions of a page, the newest first: what each was made of, when, and the way to it. */
export function VersionList({ pageId, versions, isFixed, isBusy, onShow, onClose }: Props): ReactNode {
  return (
    <Modal open title={pageToolText.versions} width="min(720px, 94vw)" footer={null} onCancel={onClose}>
      <p className="quiet">{pageToolText.versionsNote}</p>
      <ul className="version-list">
        {versions.toReversed().map((version) => (
          <li key={version.number} aria-current={version.isShown ? "true" : undefined}>
            <img src={pageSource(pageId, version.number).replace("/image", "/thumbnail")} alt="" />
            <div className="grow">
              <div>{sayVersion(version)}</div>
              <div className="quiet small">
                {[
                  pageToolText.facts(version),
                  sayBytes(version.size),
                  version.madeAt ? pageToolText.madeBy(version.madeBy, sayMinute(version.madeAt)) : "",
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </div>
            </div>
            {version.isShown ? (
              <span className="mark mark-proved">{pageToolText.shownNow}</span>
            ) : (
              <Button size="small" disabled={isFixed} loading={isBusy} onClick={() => onShow(version.number)}>
                {version.number === 1 ? pageToolText.back : pageToolText.show}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
