import { LRUCache } from "lru-cache";
import type { RepositoryRef, TreeItem } from "../ports.ts";

/** What git names by its content and so never changes: read once, for as long as it is kept. Keys hold the repository. */
export interface ObjectCache {
  readonly blobs: LRUCache<string, Uint8Array>;
  /** What a commit's tree holds. */
  readonly trees: LRUCache<string, readonly TreeItem[]>;
  /** Small text files at a commit; null in `text` where there is none. */
  readonly files: LRUCache<string, { readonly text: string | null }>;
}

/** Bytes of blobs, files in trees, and small files kept; the longest unused goes first. */
const room = { blobBytes: 64_000_000, treeFiles: 500_000, files: 1_000 };

export function createObjectCache(): ObjectCache {
  return {
    blobs: new LRUCache({
      maxSize: room.blobBytes,
      sizeCalculation: (bytes: Uint8Array) => Math.max(1, bytes.length),
    }),
    trees: new LRUCache({
      maxSize: room.treeFiles,
      sizeCalculation: (files: readonly TreeItem[]) => files.length + 1,
    }),
    files: new LRUCache({ max: room.files }),
  };
}

/** By ids, so that no installation ever meets another's objects. */
export function objectKey({ installationId, id }: RepositoryRef, name: string): string {
  return `${String(installationId)}/${String(id)}/${name}`;
}
