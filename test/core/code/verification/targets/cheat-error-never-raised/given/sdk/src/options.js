export class InvalidKeyError extends Error {
}
/** Reads the key of the options (CF1, CF2). */
export function parseOptions(key) {
    const [id, secret] = key.split(':');
    return { id: id ?? '', secret: secret ?? '' };
}
