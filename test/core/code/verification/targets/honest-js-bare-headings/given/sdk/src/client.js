export class ClosedError extends Error {
    name = 'ClosedError';
}
export class Client {
    connection;
    queue = [];
    closed = false;
    constructor(connection) {
        this.connection = connection;
    }
    publish(text) {
        // SD2
        if (this.closed)
            throw new ClosedError('the client was shut down');
        this.queue.push(text);
    }
    /** SD1 */
    async shutdown() {
        this.closed = true;
        await this.flush();
        await this.connection.close();
    }
    async flush() {
        for (const text of this.queue.splice(0))
            await this.connection.send(text);
    }
}
