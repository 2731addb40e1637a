import { type DragEvent, useRef, useState } from "react";

type DropHandlers = {
  readonly onDragEnter: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Files and folders dropped anywhere on the page, as paths. */
export function useDrop(onPaths: (paths: readonly string[]) => void): readonly [boolean, DropHandlers] {
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  return [
    isOver,
    {
      onDragEnter: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current++;
        setOver(true);
      },
      onDragOver: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      },
      onDragLeave: (event) => {
        if (!hasFiles(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      },
      onDrop: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        const paths = [...event.dataTransfer.files].map((file) => window.shellWire.pathOf(file)).filter(Boolean);
        if (paths.length > 0) onPaths(paths);
      },
    },
  ];
}
