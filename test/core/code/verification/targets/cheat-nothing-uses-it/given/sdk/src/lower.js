/** TG-2 */
export function plain(name) {
  return name.trim().toLowerCase();
}
