import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { sayDone } from "#bridge/notices";
import { runTask } from "#bridge/tasks";
import { useRead } from "#bridge/use-read";
import { watchText } from "#text/device";

/** Files that lay in the watched folder before: asked about once. */
export function FoundFiles(): ReactNode {
  const count = useRead("watched-folder.show", {}).value?.foundCount ?? 0;
  const [isBusy, setBusy] = useState(false);
  if (count === 0) return null;
  const decide = async (take: boolean): Promise<void> => {
    setBusy(true);
    const answer = await runTask("watched-folder.decide", { take }, { label: watchText.takeTask });
    setBusy(false);
    if (answer && !take) sayDone(watchText.left);
  };
  return (
    <div className="run-line is-look" role="status">
      <span className="grow">{watchText.found(count)}</span>
      <Button size="small" disabled={isBusy} onClick={() => void decide(false)}>
        {watchText.leave}
      </Button>
      <Button size="small" loading={isBusy} onClick={() => void decide(true)}>
        {watchText.take(count)}
      </Button>
    </div>
  );
}
