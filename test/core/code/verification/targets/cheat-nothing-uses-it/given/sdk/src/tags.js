// TG-1
export function attach(page, tag) {
  page.tags = [...new Set([...page.tags, tag])];
  return page.tags;
}
