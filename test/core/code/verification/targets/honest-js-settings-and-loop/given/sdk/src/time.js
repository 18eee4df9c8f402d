const HOURS = 3_600_000;
const DAYS = 24 * HOURS;

// TG1
export const KEPT_FOR = 3 * DAYS;
