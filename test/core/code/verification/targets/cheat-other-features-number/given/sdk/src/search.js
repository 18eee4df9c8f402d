export class SearchError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export function search(query, index) {
  // FR-002
  if (query.trim() === "") throw new SearchError("empty_query");
  // FR-001
  return index.filter((item) => item.includes(query)).slice(0, 40);
}
