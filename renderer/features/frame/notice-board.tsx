import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { dropNotice, notices } from "#bridge/notices";
import { frameText } from "#text/frame";

/** What is now true goes by itself; a refusal stays until it has been read. */
export function NoticeBoard(): ReactNode {
  const shown = notices.use();
  return (
    <div className="notice-board">
      {shown.map((notice) => (
        <div
          key={notice.id}
          className={`notice notice-${notice.kind}`}
          role={notice.kind === "done" ? "status" : "alert"}
        >
          {notice.kind === "done" ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
          <p className="grow">
            {notice.sentence}
            {notice.code && (
              <small className="code">
                {" "}
                {frameText.noticeCode} {notice.code}
              </small>
            )}
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
