// 插入: the page after which what is taken in next is placed. A matter of the sitting: it ends with the open archive.
import type { PageId } from "#contract/scan";
import type { OpenArchive } from "#engine/vault/open-archive";

const points = new WeakMap<OpenArchive["connection"], PageId>();

/** Where the next pages go; undefined when they go to the end. */
export const insertionPoint = ({ connection }: OpenArchive): PageId | undefined => points.get(connection);

/** Sets the page to insert after, or none. */
export function setInsertionPoint({ connection }: OpenArchive, pageId: PageId | null): void {
  if (pageId === null) points.delete(connection);
  else points.set(connection, pageId);
}
