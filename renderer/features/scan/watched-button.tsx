import { type ReactNode, useState } from "react";
import { useRead } from "#bridge/use-read";
import { watchText } from "#text/device";
import { WatchedDialog } from "./watched-dialog.tsx";

/** 监视文件夹 as one of the sources, with its state. */
export function WatchedButton(): ReactNode {
  const watched = useRead("watched-folder.show", {}).value;
  const [isOpen, setOpen] = useState(false);
  if (!watched) return null;
  return (
    <>
      <button type="button" className="source-button" onClick={() => setOpen(true)}>
        <b className="cut">{watchText.title}</b>
        <span className={watched.state === "unreachable" ? "small tone-look cut" : "small quiet cut"}>
          {watchText.state(watched)}
        </span>
      </button>
      {isOpen && <WatchedDialog watched={watched} onClose={() => setOpen(false)} />}
    </>
  );
}
