import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { runTask, tasks } from "#bridge/tasks";
import { searchText } from "#text/search";
import { ConfirmDialog } from "#ui/confirm-dialog";

const words = searchText.rebuild;

/** 重建检索索引: says what it does before it begins; how far it is, and stopping it, stand in the strip of long jobs. */
export function RebuildIndex(): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const isRunning = tasks.use().some(({ label }) => label === words.running);
  const rebuild = (): void => {
    setAsking(false);
    void runTask("search.rebuild", {}, { label: words.running, said: ({ items, pages }) => words.done(items, pages) });
  };
  return (
    <>
      <Button type="text" size="small" disabled={isRunning} onClick={() => setAsking(true)}>
        {isRunning ? words.running : words.open}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={words.open}
        verb={words.verb}
        cancel={searchText.page.cancel}
        onVerb={rebuild}
        onCancel={() => setAsking(false)}
      >
        {words.does}
      </ConfirmDialog>
    </>
  );
}
