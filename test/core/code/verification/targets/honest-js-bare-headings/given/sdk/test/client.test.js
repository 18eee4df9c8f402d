import { Client, ClosedError } from '../src/client';
describe('shutdown', () => {
    const recording = () => {
        const calls = [];
        return {
            calls,
            send: async (text) => void calls.push(`send ${text}`),
            close: async () => void calls.push('close'),
        };
    };
    it('flushes, then closes (SD1)', async () => {
        const connection = recording();
        const client = new Client(connection);
        client.publish('a');
        client.publish('b');
        await client.shutdown();
        expect(connection.calls).toEqual(['send a', 'send b', 'close']);
    });
    it('takes nothing afterwards (SD2)', async () => {
        const connection = recording();
        const client = new Client(connection);
        await client.shutdown();
        expect(() => client.publish('c')).toThrow(ClosedError);
        expect(connection.calls).toEqual(['close']);
    });
});
