import type { SourceFile } from "../../core/entries/entry.ts";

/** What of an archive is kept. */
interface TarBounds {
  /** Bytes of one file; larger ones are left out. */
  readonly fileBytes: number;
  /** Bytes of all kept files together; at the bound reading throws RangeError. */
  readonly keptBytes: number;
  /** Of the path without the archive's own top folder. */
  readonly wanted: (path: string) => boolean;
}

const block = 512;

/**
 * Reads the files of a tar archive (POSIX.1-2001 pax, as `git archive` writes it) that comes in pieces of any length.
 * Links, folders and whatever else is no plain file are skipped, and so are paths that leave the archive.
 */
export class TarReader {
  readonly files: SourceFile[] = [];
  readonly #bounds: TarBounds;
  /** What came and was not read yet; put together only once it is a whole member, as that copies it. */
  #pieces: Buffer[] = [];
  #held = 0;
  /** Bytes still to be passed over. */
  #skip = 0;
  #member: Member | null = null;
  #longPath: string | null = null;
  #kept = 0;
  /** The block of zeros that ends an archive was seen. */
  #ended = false;

  constructor(bounds: TarBounds) {
    this.#bounds = bounds;
  }

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#held += piece.length;
    for (;;) {
      this.#skip -= this.#take(Math.min(this.#skip, this.#held)).length;
      const needed = this.#member === null ? block : padded(this.#member.size);
      if (this.#skip > 0 || this.#held < needed) break;
      const data = this.#take(needed);
      if (this.#member === null) this.#header(data);
      else this.#body(this.#member, data.subarray(0, this.#member.size));
    }
  }

  /** The next bytes, of those that are held. */
  #take(length: number): Buffer {
    this.#held -= length;
    const [first] = this.#pieces;
    if (first !== undefined && first.length > length) {
      this.#pieces[0] = first.subarray(length);
      return first.subarray(0, length);
    }
    const taken: Buffer[] = [];
    for (let left = length; left > 0;) {
      const piece = this.#pieces.shift() ?? Buffer.alloc(0);
      if (piece.length > left) this.#pieces.unshift(piece.subarray(left));
      taken.push(piece.subarray(0, left));
      left -= piece.length;
    }
    return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken, length);
  }

  /** To be called when no piece follows. Throws for an archive that was cut off: fewer files would look like fewer files. */
  end(): void {
    const isCut =
      this.#skip > 0 ||
      this.#member !== null ||
      this.#pieces.some((piece) => piece.some((byte) => byte !== 0));
    if (isCut || !this.#ended) throw new Error("The archive ends in the middle; it was cut off on its way.");
  }

  #header(header: Buffer): void {
    if (header.every((byte) => byte === 0)) this.#ended = true;
    const size = octal(header.subarray(124, 136));
    const kind = String.fromCharCode(header[156] ?? 0);
    const path = withoutTop(this.#longPath ?? shortPath(header));
    const isFile = (kind === "0" || kind === "\0") && isInside(path);
    const isPath = kind === "x" || kind === "L";
    const reads = isPath
      ? size <= 64 * 1024
      : isFile && size <= this.#bounds.fileBytes && this.#bounds.wanted(path);
    if (reads) this.#member = { path, size, kind };
    else this.#skip = padded(size);
    if (!isPath && kind !== "g") this.#longPath = null;
  }

  #body({ path, kind }: Member, content: Buffer): void {
    this.#member = null;
    if (kind === "L") this.#longPath = text(content);
    else if (kind === "x") this.#longPath = paxPath(content);
    else this.#keep(path, content);
  }

  #keep(path: string, content: Buffer): void {
    this.#kept += content.length;
    if (this.#kept > this.#bounds.keptBytes)
      throw new RangeError(`The archive holds more than ${this.#bounds.keptBytes} bytes of code.`);
    this.files.push({ path, text: content.toString("utf8") });
  }
}

interface Member {
  readonly path: string;
  readonly size: number;
  readonly kind: string;
}

function padded(size: number): number {
  return Math.ceil(size / block) * block;
}

/** Sizes of 8 GiB and more are written in another way; nothing of that size is read. */
function octal(field: Buffer): number {
  const size = Number.parseInt(text(field).trim() || "0", 8);
  if (Number.isNaN(size) || size < 0) throw new RangeError("The archive is not a tar file.");
  return size;
}

function shortPath(header: Buffer): string {
  const name = text(header.subarray(0, 100));
  const prefix = text(header.subarray(345, 500));
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** `path` of a pax record: `LENGTH path=VALUE\n`, its length in bytes. */
function paxPath(content: Buffer): string | null {
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(32, at);
    const length = Number(content.subarray(at, space).toString("latin1"));
    if (space < 0 || !(length > 0)) return null;
    const record = content.subarray(space + 1, at + length - 1).toString("utf8");
    if (record.startsWith("path=")) return record.slice("path=".length);
    at += length;
  }
  return null;
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? field.length : end).toString("utf8");
}

function withoutTop(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}
