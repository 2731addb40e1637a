import { Tree, type TreeDataNode } from "antd";
import { type ReactNode, useMemo, useRef } from "react";
import type { TreeNode } from "#contract/tree";
import { useRead } from "#bridge/use-read";
import { itemText } from "#text/item";
import { useRoom } from "#ui/use-room";

type Props = {
  readonly chosen: string | undefined;
  readonly onChoose: (node: { key: string; scope: TreeNode["scope"] } | undefined) => void;
};
type Shown = TreeDataNode & { readonly scope: TreeNode["scope"]; readonly children: Shown[] };

function show(node: TreeNode): Shown {
  const waits = node.draftCount > 0;
  return {
    key: node.key,
    scope: node.scope,
    title: (
      <span className="class-node">
        <span className="grow cut">{node.name}</span>
        <span
          className={`figures small ${waits ? "tone-look" : "quiet"}`}
          title={itemText.treeCounts(node.filedCount, node.draftCount)}
        >
          {waits ? itemText.treeWaiting(node.filedCount, node.draftCount) : node.filedCount}
        </span>
      </span>
    ),
    children: node.children.map(show),
  };
}

/** 全宗 › 门类 › 年度 › … with counts: filed, and what waits in amber with a plus sign. */
export function ClassTree({ chosen, onChoose }: Props): ReactNode {
  const { value } = useRead("tree.show", {});
  const box = useRef<HTMLDivElement>(null);
  const { height } = useRoom(box);
  const nodes = useMemo(() => (value ?? []).map(show), [value]);
  // Open down to the years at first: deeper is one click.
  const open = useMemo(
    () => (value ?? []).flatMap((fonds) => [fonds.key, ...fonds.children.map((each) => each.key)]),
    [value],
  );
  return (
    <div className="class-tree" ref={box} aria-label={itemText.tree}>
      {value && (
        <Tree<Shown>
          blockNode
          height={height}
          treeData={nodes}
          defaultExpandedKeys={open}
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelect={(keys, { node }) =>
            onChoose(keys.length === 0 ? undefined : { key: String(node.key), scope: node.scope })
          }
        />
      )}
    </div>
  );
}
