const maxDestination = 300;

/** The address of a link as a model may see it: without a query, and none that is a text of its own. */
export function shownDestination(address: string): string {
  if (/^(?:data|javascript|vbscript|blob|about):/i.test(address)) return "";
  const query = address.indexOf("?");
  const fragment = /#[\w.:-]{1,80}$/.exec(address)?.[0] ?? "";
  const shown = query < 0 ? address : address.slice(0, query) + fragment;
  return shown.length <= maxDestination && !/[\s()<>\\]/.test(shown) ? shown : "";
}
