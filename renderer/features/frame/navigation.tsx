import {
  AppstoreOutlined,
  BarChartOutlined,
  BlockOutlined,
  BookOutlined,
  CalendarOutlined,
  CameraOutlined,
  DatabaseOutlined,
  ExportOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  SafetyOutlined,
  PictureOutlined,
  ProfileOutlined,
  SettingOutlined,
  SwapOutlined,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { desk, rememberDesk } from "#bridge/desk";
import type { PageName } from "#bridge/place";
import { frameText } from "#text/frame";
import { isLedgerRoom } from "./ledger-rooms.tsx";

type Entry = { readonly page: PageName; readonly icon: ReactNode; readonly group?: string };

/** In the order of the work; a page of a group stands under the group's word. */
const entries: readonly Entry[] = [
  { page: "home", icon: <HomeOutlined /> },
  { page: "register", icon: <FormOutlined />, group: frameText.groups.collecting },
  { page: "scan", icon: <InboxOutlined />, group: frameText.groups.collecting },
  { page: "camera", icon: <CameraOutlined />, group: frameText.groups.collecting },
  { page: "item", icon: <FileTextOutlined />, group: frameText.groups.filing },
  { page: "volume", icon: <BlockOutlined />, group: frameText.groups.filing },
  { page: "photo", icon: <PictureOutlined />, group: frameText.groups.filing },
  { page: "filing", icon: <FolderOpenOutlined />, group: frameText.groups.filing },
  { page: "box", icon: <DatabaseOutlined />, group: frameText.groups.filing },
  { page: "catalogue", icon: <AppstoreOutlined /> },
  { page: "ledger", icon: <ProfileOutlined /> },
  { page: "duty", icon: <CalendarOutlined /> },
  { page: "package", icon: <ExportOutlined /> },
  { page: "compilation", icon: <BookOutlined /> },
  { page: "custody", icon: <SafetyOutlined /> },
  { page: "statistics", icon: <BarChartOutlined /> },
  { page: "tableImport", icon: <SwapOutlined /> },
  { page: "settings", icon: <SettingOutlined /> },
];

/** Alt+1 … Alt+9 in the order of the list. */
export const navigationOrder: readonly PageName[] = entries.map((entry) => entry.page).slice(0, 9);

type Props = { readonly current: PageName; readonly onGo: (page: PageName) => void };

/** The line as navigation: only what exists, in the order of the work. */
export function Navigation({ current, onGo }: Props): ReactNode {
  const { isNavigationNarrow: isNarrow, textScale } = desk.use();
  const here = isLedgerRoom(current) ? "ledger" : current;
  // With large text the list is longer than the window: where one is stays in sight.
  const box = useRef<HTMLElement>(null);
  useEffect(
    () => box.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }),
    [here, isNarrow, textScale],
  );
  return (
    <nav ref={box} className={`navigation ${isNarrow ? "is-narrow" : ""}`} aria-label={frameText.navigation}>
      <ul>
        {entries.map(({ page, icon, group }, index) => (
          <li key={page}>
            {group && group !== entries[index - 1]?.group && !isNarrow && (
              <div className="navigation-group">{group}</div>
            )}
            <Tooltip title={isNarrow ? frameText.pages[page] : ""} placement="right">
              <button
                type="button"
                className={group && !isNarrow ? "is-inner" : ""}
                aria-current={here === page ? "page" : undefined}
                aria-label={frameText.pages[page]}
                aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
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
