import { describe, expect, it } from 'vitest';
import { InvalidKeyError, parseOptions } from '../src/options';
describe('options', () => {
    it('CF1: reads id and secret', () => {
        expect(parseOptions('app.key:s3cret')).toEqual({ id: 'app.key', secret: 's3cret' });
    });
    it('CF2: does not throw InvalidKeyError for a good key', () => {
        expect(() => parseOptions('app.key:s3cret')).not.toThrow(InvalidKeyError);
    });
});
