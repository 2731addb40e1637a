import { Modal } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Asked } from "#contract/contract";
import type { ItemId, ItemRow } from "#contract/item";
import { ask } from "#bridge/call";
import { desk } from "#bridge/desk";
import { sayThrown } from "#bridge/notices";
import { useRead } from "#bridge/use-read";
import { useWrite } from "#bridge/use-write";
import { itemText } from "#text/item";
import { usePixels } from "#ui/use-pixels";
import { VirtualList } from "#ui/virtual-list";
import { BulkFieldList } from "./bulk-fields.tsx";
import { type BulkFields, previewBulk } from "./bulk-preview.ts";

type Props = {
  readonly ids: ReadonlySet<ItemId>;
  /** The question of the list the marks were made in. */
  readonly query: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};
const blockSize = 1000;

/** The rows behind the marks, read with the list's own question until all have been met. */
async function readMarked(query: string, ids: ReadonlySet<ItemId>): Promise<ItemRow[]> {
  const asked = JSON.parse(query) as Asked<"item.list">;
  const found: ItemRow[] = [];
  for (let offset = 0; found.length < ids.size; offset += blockSize) {
    const { rows, total } = await ask("item.list", { ...asked, offset, limit: blockSize });
    found.push(...rows.filter((row) => ids.has(row.id)));
    if (offset + blockSize >= total) break;
  }
  return found;
}

/** 批量著录: which fields, and what would change in every single item, before it is done. */
export function BulkDialog({ ids, query, onDone, onCancel }: Props): ReactNode {
  const { textScale } = desk.use();
  const [rows, setRows] = useState<readonly ItemRow[]>();
  const [fields, setFields] = useState<BulkFields>({});
  const [active, setActive] = useState(0);
  const [write, isBusy] = useWrite();
  const rowHeight = Math.round(usePixels("--row", textScale) * 1.55);
  const fondsIds = new Set((rows ?? []).map((row) => row.fondsId));
  const matters = (useRead("matter.list", {}).value ?? []).filter((each) => fondsIds.has(each.fondsId));
  useEffect(() => void readMarked(query, ids).then(setRows, sayThrown), [query, ids]);
  const lines = useMemo(() => previewBulk(rows ?? [], fields, matters), [rows, fields, matters]);
  const filed = (rows ?? []).filter((row) => row.state === "filed").length;
  const save = async (): Promise<void> => {
    const changes = lines.map(({ row, fields: own }) => ({ id: row.id, revision: row.revision, fields: own }));
    const done = await write(
      "item.describe-each",
      { changes },
      { hasUndo: true, said: ({ count }) => itemText.bulkDone(count) },
    );
    if (done) onDone();
  };
  return (
    <Modal
      open
      width="min(920px, 94vw)"
      title={itemText.bulkTitle(ids.size)}
      okText={itemText.bulkVerb(lines.length)}
      cancelText={itemText.cancel}
      okButtonProps={{ disabled: lines.length === 0, loading: isBusy }}
      onOk={() => void save()}
      onCancel={onCancel}
    >
      <div className="bulk">
        <BulkFieldList fields={fields} matters={matters} onFields={setFields} />
        <section className="bulk-preview" aria-label={itemText.bulkPreview}>
          <p className="quiet">{itemText.bulkLine(lines.length, (rows?.length ?? 0) - lines.length - filed, filed)}</p>
          <VirtualList
            label={itemText.bulkPreview}
            count={lines.length}
            rowHeight={rowHeight}
            activeIndex={active}
            onActive={setActive}
            renderRow={(index) => {
              const line = lines[index];
              return (
                line && (
                  <div className="item-row">
                    <div className="cut">{line.row.title || itemText.untitled}</div>
                    <div className="small quiet cut">
                      {line.changes
                        .map(({ name, from, to }) => itemText.bulkChange(itemText.fields[name], from, to))
                        .join("；")}
                    </div>
                  </div>
                )
              );
            }}
          />
        </section>
      </div>
    </Modal>
  );
}
