/**
 * `describe`, `it`, `test` and `beforeEach` as the tests use them, so that they can be run one by one, many times, in one process.
 * Gives the list that fills while test files are imported: `{ id, file, run }`.
 */
export function collectTests(scope) {
  const tests = [];
  const state = { file: "", path: [], before: [] };
  const taken = new Map();
  const add = (name, body) => {
    const full = [state.file, ...state.path, name].join(" › ");
    const count = taken.get(full) ?? 0;
    taken.set(full, count + 1);
    const before = [...state.before];
    const run = async () => {
      for (const prepare of before) await prepare();
      await body();
    };
    tests.push({ id: count === 0 ? full : `${full} (${count})`, file: state.file, run });
  };
  const group = (name, body) => {
    const { path, before } = state;
    Object.assign(state, { path: [...path, name], before: [...before] });
    body();
    Object.assign(state, { path, before });
  };
  scope.it = scope.test = Object.assign(add, { each: eachOf(add) });
  scope.describe = Object.assign(group, { each: eachOf(group) });
  scope.beforeEach = (prepare) => state.before.push(prepare);
  return { tests, startFile: (file) => Object.assign(state, { file, path: [], before: [] }) };
}

function eachOf(declare) {
  return (rows) => (name, body) => {
    rows.forEach((row, index) => {
      const values = Array.isArray(row) ? row : [row];
      declare(`${name} #${index}`, () => body(...values));
    });
  };
}
