/** Characters by which text from a spec or a repository would steer the terminal it is printed on. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * From now on, a control character in a text that goes to the stream is written out, as `\u001b`; a text of JSON stays
 * the same text. Bytes pass as they are: a patch, and our own sequences.
 */
export function showControls(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) =>
    write(typeof chunk === "string" ? shown(chunk) : chunk, ...rest);
}

function shown(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(controls, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
