import { Emitter } from './emitter';
describe('Emitter', () => {
    it('calls for every event (EV1)', () => {
        const heard = [];
        const emitter = new Emitter();
        emitter.on((event) => heard.push(event));
        emitter.emit(1);
        emitter.emit(2);
        expect(heard).toEqual([1, 2]);
    });
    it('calls once for the first event only (EV2)', () => {
        const listener = jest.fn();
        const emitter = new Emitter();
        emitter.once(listener);
        emitter.emit(1);
        emitter.emit(2);
        expect(listener.mock.calls.length === 1);
    });
});
