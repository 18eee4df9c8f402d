// PB-1, PB-2
export async function publish(page, site) {
  await site.check(page);
  await site.announce(page);
  await site.render(page);
  return page;
}
