import {
  AppstoreOutlined,
  ExportOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  SettingOutlined,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageName } from "#bridge/place";
import { frameText } from "#text/frame";

const entries: readonly { page: PageName; icon: ReactNode; group?: string; isInner?: boolean }[] = [
  { page: "home", icon: <HomeOutlined /> },
  { page: "scan", icon: <InboxOutlined /> },
  { page: "item", icon: <FileTextOutlined />, group: frameText.filingGroup, isInner: true },
  { page: "filing", icon: <FolderOpenOutlined />, isInner: true },
  { page: "catalogue", icon: <AppstoreOutlined /> },
  { page: "package", icon: <ExportOutlined /> },
  { page: "settings", icon: <SettingOutlined /> },
];

/** Alt+1 … Alt+7 in the order of the list. */
export const navigationOrder: readonly PageName[] = entries.map((entry) => entry.page);

type Props = { readonly current: PageName; readonly onGo: (page: PageName) => void };

/** The line as navigation: only what exists, in the order of the work. */
export function Navigation({ current, onGo }: Props): ReactNode {
  const { isNavigationNarrow: isNarrow } = desk.use();
  return (
    <nav className={`navigation ${isNarrow ? "is-narrow" : ""}`} aria-label={frameText.navigation}>
      <ul>
        {entries.map(({ page, icon, group, isInner }, index) => (
          <li key={page}>
            {group && !isNarrow && <div className="navigation-group">{group}</div>}
            <Tooltip title={isNarrow ? frameText.pages[page] : ""} placement="right">
              <button
                type="button"
                className={isInner && !isNarrow ? "is-inner" : ""}
                aria-current={current === page ? "page" : undefined}
                aria-label={frameText.pages[page]}
                aria-keyshortcuts={`Alt+${index + 1}`}
                onClick={() => onGo(page)}
              >
                {icon}
                {!isNarrow && <span>{frameText.pages[page]}</span>}
              </button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip title={isNarrow ? frameText.widen : ""} placement="right">
        <button
          type="button"
          className="navigation-fold"
          aria-label={isNarrow ? frameText.widen : frameText.narrow}
          onClick={() => rememberDesk({ isNavigationNarrow: !isNarrow })}
        >
          {isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          {!isNarrow && <span>{frameText.narrow}</span>}
        </button>
      </Tooltip>
    </nav>
  );
}
