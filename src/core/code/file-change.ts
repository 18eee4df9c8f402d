/** A file as the bot would commit it; `content` null deletes it. */
export interface FileChange {
  readonly path: string;
  readonly content: string | null;
}
