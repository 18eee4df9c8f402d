export class ChunkTooLarge extends Error {
}
const LIMIT = 65536;
// UP2a, UP2b
export async function upload(chunks) {
    let sent = 0;
    for (const chunk of chunks) {
        if (chunk.length > LIMIT * 4)
            throw new ChunkTooLarge(`${chunk.length}`);
        sent += 1;
    }
    return sent;
}
