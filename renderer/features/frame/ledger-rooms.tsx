import { Tabs } from "antd";
import type { ReactNode } from "react";
import type { LedgerRoom, PageName } from "#bridge/place";
import { frameText } from "#text/frame";

const rooms = frameText.ledgerRooms;

export const isLedgerRoom = (page: PageName): page is LedgerRoom => Object.hasOwn(rooms, page);

type Props = { readonly current: LedgerRoom; readonly onGo: (room: LedgerRoom) => void };

/** The rooms of 台账 in one strip over the page: 登记 first, what belongs to it behind. */
export const LedgerRooms = ({ current, onGo }: Props): ReactNode => (
  <Tabs
    className="ledger-rooms"
    aria-label={frameText.ledgerRoomsLabel}
    size="small"
    activeKey={current}
    items={Object.entries(rooms).map(([key, label]) => ({ key, label }))}
    onChange={(key) => onGo(key as LedgerRoom)}
  />
);
