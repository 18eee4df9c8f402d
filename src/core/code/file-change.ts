/** A file as the bot would commit it; `content` null deletes it. */
export interface FileChange {
  readonly path: string;
  readonly content: string | null;
  /** A program stays one: absent for every other file. */
  readonly isExecutable?: true;
}
