import { DownOutlined, RotateLeftOutlined, RotateRightOutlined } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps, Tooltip } from "antd";
import type { ReactNode } from "react";
import { pageToolText } from "#text/page-tool";

type Menu = NonNullable<MenuProps["items"]>;
type Props = {
  readonly isBusy: boolean;
  readonly onLeft: () => void;
  readonly onRight: () => void;
  readonly onCrop: () => void;
  readonly straighten: Menu;
  readonly clean: Menu;
  readonly more: Menu;
  /** Versions and comparing, at the right. */
  readonly versions: ReactNode;
};

/** The tools over the page image; every one of them has its way back. */
export function ToolBar({ isBusy, onLeft, onRight, onCrop, straighten, clean, more, versions }: Props): ReactNode {
  const drop = (words: string, items: Menu): ReactNode => (
    <Dropdown trigger={["click"]} menu={{ items }} disabled={isBusy}>
      <Button size="small">
        {words} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
  return (
    <div className="tool-bar" role="toolbar" aria-label={pageToolText.bar}>
      <Tooltip title={pageToolText.left}>
        <Button
          size="small"
          icon={<RotateLeftOutlined />}
          aria-label={pageToolText.left}
          disabled={isBusy}
          onClick={onLeft}
        />
      </Tooltip>
      <Tooltip title={pageToolText.right}>
        <Button
          size="small"
          icon={<RotateRightOutlined />}
          aria-label={pageToolText.right}
          disabled={isBusy}
          onClick={onRight}
        />
      </Tooltip>
      {drop(pageToolText.straighten, straighten)}
      <Button size="small" disabled={isBusy} onClick={onCrop}>
        {pageToolText.crop}
      </Button>
      {drop(pageToolText.clean, clean)}
      {drop(pageToolText.more, more)}
      <span className="grow" />
      {versions}
    </div>
  );
}
