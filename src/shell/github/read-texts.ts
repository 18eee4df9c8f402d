import { createHash } from "node:crypto";
import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { RepositoryRef } from "../ports.ts";
import { askQuery } from "./ask-query.ts";

/** What one query asks for at most. GitHub cuts texts of 512,000 bytes and more. */
const bounds = { blobs: 100, bytes: 2_000_000, file: 500_000 };

interface SizedBlob {
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
}

const answerSchema = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()).nullable(),
});

/** Whether a blob can come with others in one query. */
export function isSmall({ blob, size }: SizedBlob): boolean {
  return size <= bounds.file && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(blob);
}

/**
 * Many small texts by one query each hundred (https://docs.github.com/graphql/reference/objects#blob), by blob. The API
 * gives text, not bytes: what does not hash to its id, so is binary, cut off or of another encoding, is left out.
 */
export async function readTexts(
  octokit: Octokit,
  repository: RepositoryRef,
  blobs: readonly SizedBlob[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const batch of batchesOf(blobs)) {
    for (const [at, text] of await query(octokit, repository, batch)) {
      const blob = batch[at] ?? "";
      const bytes = Buffer.from(text);
      if (blobId(bytes, blob.length) === blob) found.set(blob, new Uint8Array(bytes));
    }
  }
  return found;
}

function batchesOf(blobs: readonly SizedBlob[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { blob, size } of blobs) {
    const last = batches.at(-1);
    bytes += size;
    if (last === undefined || last.length >= bounds.blobs || bytes > bounds.bytes) {
      batches.push([blob]);
      bytes = size;
    } else {
      last.push(blob);
    }
  }
  return batches;
}

async function query(
  octokit: Octokit,
  { owner, name }: RepositoryRef,
  batch: readonly string[],
): Promise<readonly (readonly [number, string])[]> {
  const fields = batch.map((blob, at) => `b${String(at)}: object(oid: "${blob}") { ... on Blob { text } }`);
  const text = `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(" ")} } }`;
  const answer = answerSchema.parse(await askQuery(octokit, text, { owner, name }));
  return batch.flatMap((_, at): [number, string][] => {
    const content = answer.repository?.[`b${String(at)}`]?.text;
    return content === undefined || content === null ? [] : [[at, content]];
  });
}

/** As git names a blob; a repository that uses SHA-256 has longer ids. */
export function blobId(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest("hex");
}
