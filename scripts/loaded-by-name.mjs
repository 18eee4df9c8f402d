/** Packages that the bundle cannot hold: natives, what is optional to others, and the grammars' files. */
export const bundledWithout = ["libsql", "pg"];
export const loadedByName = [...bundledWithout, "tree-sitter-wasms"];
