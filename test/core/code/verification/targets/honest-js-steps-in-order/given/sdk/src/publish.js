// PB-1, PB-2
export async function publish(page, site) {
  if (!(await site.check(page))) throw new Error(site.announceFailure(page));
  try {
    await site.render(page);
  } finally {
    site.release(page);
  }
  await site.announce(page);
}
