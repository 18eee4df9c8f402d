import { codes, DEFAULT_REQUEST_TIMEOUT } from "./defaults";
export class ErrorInfo extends Error {
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
export class Client {
    requestTimeout;
    constructor(options = {}) {
        this.requestTimeout = options.requestTimeout ?? DEFAULT_REQUEST_TIMEOUT;
    }
    /** CN1b */
    async send(work) {
        const late = new Promise((_, reject) => setTimeout(() => reject(new ErrorInfo("request timed out", codes.timeout)), this.requestTimeout));
        return Promise.race([work, late]);
    }
    /** CN1c */
    async withRetry(request) {
        const status = await request();
        const clientError = status >= 400 && status < 500;
        return status >= 500 && !clientError ? request() : status;
    }
}
