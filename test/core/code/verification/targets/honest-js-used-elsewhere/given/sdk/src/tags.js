import { plain } from "./lower.js";

// TG-1
export function attach(page, tag) {
  page.tags = [...new Set([...page.tags, plain(tag)])];
  return page.tags;
}
