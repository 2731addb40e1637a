import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { retentionLabel } from "#contract/retention";
import { useRead } from "#bridge/use-read";
import { scheduleText } from "#text/schedule";

/** What terms on labels of before 2016 meant: for reading only. */
export function OldLabels(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { value } = useRead("schedule.old-labels", isOpen ? {} : null);
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {scheduleText.oldLabels}
      </Button>
      <Modal open={isOpen} title={scheduleText.oldLabels} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>{scheduleText.oldLabelsLine}</p>
        <dl className="schedule-facts">
          {(value ?? []).map(({ content, retention }) => (
            <div key={content}>
              <dt className="schedule-old">{content}</dt>
              <dd>{retentionLabel(retention)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet small">{value?.[0]?.source}</p>
      </Modal>
    </>
  );
}
