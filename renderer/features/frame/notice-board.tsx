import { CloseOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { dropNotice, notices } from "#bridge/notices";
import { frameText } from "#text/frame";

/** Refusals and faults; each stays until it has been read. */
export function NoticeBoard(): ReactNode {
  const shown = notices.use().filter((notice) => notice.kind !== "done");
  if (shown.length === 0) return null;
  return (
    <div className="notice-board">
      {shown.map((notice) => (
        <div key={notice.id} className={`notice notice-${notice.kind}`} role="alert">
          <ExclamationCircleOutlined />
          <p className="grow">
            {notice.sentence}{" "}
            <small className="code">
              {frameText.noticeCode} {notice.code}
            </small>
          </p>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={frameText.close}
            onClick={() => dropNotice(notice.id)}
          />
        </div>
      ))}
    </div>
  );
}
