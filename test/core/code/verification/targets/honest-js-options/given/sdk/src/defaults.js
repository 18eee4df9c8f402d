const SECOND = 1000;
// CN1a
export const DEFAULT_REQUEST_TIMEOUT = 15 * SECOND;
export const codes = { timeout: 50003 };
