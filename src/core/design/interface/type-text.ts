import type { TypeForm } from "./spec-interface.ts";

/** A type in one neutral way of writing, for questions and messages. */
export function typeText(type: TypeForm): string {
  switch (type.kind) {
    case "named":
      return type.arguments.length === 0
        ? type.name
        : `${type.name}<${type.arguments.map(typeText).join(", ")}>`;
    case "optional":
      return `${typeText(type.of)}?`;
    case "union":
      return type.of.map(typeText).join(" | ");
    case "literals":
      return type.values.map((value) => JSON.stringify(value)).join(" | ");
    case "function": {
      const parameters = type.parameters.map((one) => typeText(one.type)).join(", ");
      return `(${parameters}) => ${type.returns.type === null ? "nothing" : typeText(type.returns.type)}`;
    }
    case "unknown":
      return type.words;
  }
}
