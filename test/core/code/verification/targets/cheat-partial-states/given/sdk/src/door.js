export class DoorOpenError extends Error {
}
/** DR1, DR2 */
export class Door {
    state = "open";
    close() {
        this.state = "closed";
    }
    lock() {
        if (this.state === "open")
            throw new DoorOpenError();
    }
}
