/** What specs call the same thing by many names. Languages map these and nothing else. */
export type Scalar =
  | "string"
  | "boolean"
  | "integer"
  | "long"
  | "number"
  | "bytes"
  | "time"
  | "duration"
  | "any"
  | "object"
  | "array"
  | "nothing";

const words: Readonly<Record<Scalar, string>> = {
  string: "string str text",
  boolean: "bool boolean",
  integer: "int integer int8 int16 int32 uint8 uint16 uint32 short uinteger",
  long: "long int64 uint64",
  number: "number float double decimal numeric float32 float64",
  bytes: "bytes binary buffer bytearray data bytestring uint8array",
  time: "time datetime timestamp instant date",
  duration: "duration timespan timedelta",
  any: "any unknown dynamic lspany",
  object: "object jsonobject json struct structure lspobject",
  array: "jsonarray array list",
  nothing: "void none null nil undefined",
};

const byWord = new Map(
  Object.entries(words).flatMap(([scalar, all]) => all.split(" ").map((word) => [word, scalar as Scalar])),
);

/** The scalar that a type's name means, or null: then it is a type of the spec's own. */
export function scalarOf(name: string): Scalar | null {
  return byWord.get(name.toLowerCase()) ?? null;
}

/** Generic containers, by any of their usual names. */
export function containerOf(name: string): "list" | "map" | "optional" | null {
  if (/^(?:List|Array|ReadonlyArray|Sequence|Vector|Iterable|Collection)$/i.test(name)) return "list";
  if (/^(?:Map|Dict|Dictionary|Record|Hash|HashMap)$/i.test(name)) return "map";
  return /^(?:Optional|Nullable|Maybe)$/i.test(name) ? "optional" : null;
}
