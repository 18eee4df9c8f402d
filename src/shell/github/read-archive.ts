import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Octokit } from "@octokit/rest";
import type { SourceFile } from "../../core/entries/entry.ts";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef } from "../ports.ts";
import { TarReader } from "./tar-reader.ts";

/** Bytes as sent, unpacked and kept; milliseconds for the whole download. */
const bounds = {
  sent: 200_000_000,
  unpacked: 1_000_000_000,
  kept: 200_000_000,
  file: 1_000_000,
  time: 120_000,
};

/**
 * All wanted text files of a repository at a commit, by one request and one download
 * (https://docs.github.com/rest/repos/contents#download-a-repository-archive-tar). In byte order of their paths. Files
 * over 1 MB are left out. Throws UserError for a repository beyond the bounds.
 */
export async function readArchive(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  commit: string,
  { wanted, signal }: { readonly wanted: (path: string) => boolean; readonly signal: AbortSignal },
): Promise<readonly SourceFile[]> {
  const answer = await octokit.rest.repos.downloadTarballArchive({
    owner,
    repo,
    ref: commit,
    request: { redirect: "manual" },
  });
  const { location } = answer.headers;
  if (location === undefined) throw new Error(`GitHub named no archive of ${owner}/${repo}.`);
  const tar = new TarReader({ fileBytes: bounds.file, keptBytes: bounds.kept, wanted });
  try {
    await unpack(await download(location, placesOf(octokit), signal), tar);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UserError(`${owner}/${repo} is too large to be read: ${cause.message}`, { cause });
  }
  return tar.files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `codeload.github.com`, or a host of the Enterprise Server. */
function placesOf(octokit: Octokit): readonly string[] {
  const { host } = new URL(octokit.request.endpoint.DEFAULTS.baseUrl);
  const web = host.replace(/^api\./, "");
  return [host, web, `codeload.${web}`];
}

/** The place needs no token: its address is the secret, and holds for minutes. */
async function download(location: string, places: readonly string[], signal: AbortSignal): Promise<Readable> {
  const { host } = new URL(location);
  if (!places.includes(host)) throw new Error(`The archive would come from ${host}, which is not GitHub's.`);
  const ends = AbortSignal.any([signal, AbortSignal.timeout(bounds.time)]);
  // GitHub names the place by one redirect; a second one would lead who knows where.
  const response = await fetch(location, { signal: ends, redirect: "error" });
  if (!response.ok || response.body === null)
    throw new Error(`The archive's download ended with ${response.status}.`);
  return Readable.fromWeb(response.body);
}

async function unpack(packed: Readable, tar: TarReader): Promise<void> {
  await pipeline(packed, limited(bounds.sent), createGunzip(), limited(bounds.unpacked), async (pieces) => {
    for await (const piece of pieces) tar.push(piece);
    tar.end();
  });
}

/** Passes pieces on, and throws RangeError past so many bytes. */
function limited(most: number): (pieces: AsyncIterable<Buffer>) => AsyncIterable<Buffer> {
  return async function* (pieces) {
    let bytes = 0;
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > most) throw new RangeError(`it has more than ${most} bytes.`);
      yield piece;
    }
  };
}
