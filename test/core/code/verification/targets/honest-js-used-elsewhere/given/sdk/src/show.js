/** TG-3 */
export const shown = (tag) => `#${tag}`;
