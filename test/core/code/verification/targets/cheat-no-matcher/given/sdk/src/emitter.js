/** EV1, EV2 */
export class Emitter {
    listeners = [];
    on(listener) {
        this.listeners.push(listener);
    }
    once(listener) {
        this.listeners.push(listener);
    }
    emit(event) {
        for (const listener of [...this.listeners])
            listener(event);
    }
}
