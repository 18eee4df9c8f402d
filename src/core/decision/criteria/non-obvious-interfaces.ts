import type { Criterion } from "../criterion.ts";
import { readChange } from "../reading.ts";
import { phrases, type Signal } from "../signal.ts";
import { verdictOf } from "../verdict.ts";

/** Words for something with a shape, where the shape is not given. */
export const shapes: readonly Signal[] = [
  {
    says: "asks for an interface whose shape is not given",
    weight: 2,
    pattern: phrases(
      "define a mechanism|provide a mechanism|mechanism for|mechanism to|standard logging interface|prop interface|hidden from the public api|abstraction*|pluggable|plug-in*|extensib*|adapter*|native language construct*|idioms of the implementation language|observer language|architecture|framework for|unified * contract|navigation contract|public interface*",
    ),
  },
  {
    says: "asks for interchangeable parts",
    weight: 1.5,
    pattern: phrases(
      "strategies|multiple * strateg*|switched dynamically|dynamically switch*|interchangeabl*|configurable|configured fallback*|customizable|custom polic*|policies|transport mode*|multiple backends|multiple providers",
    ),
  },
  {
    says: "asks for a command or an account without its rules",
    weight: 1.5,
    pattern: phrases(
      "provide an * command|provide a * command|password*|jwt|log in|logs in|login|sign up|signup|sign-up",
    ),
  },
  {
    says: "asks for a whole new surface",
    weight: 1,
    pattern: phrases(
      "dashboard*|workflow|wizard|guided|setup flow|library with|utility library|centralized|authenticat*|authoriz*|token validation|audit*|monitoring|alerting|observability|analytics",
    ),
  },
];

export const nonObviousInterfaces: Criterion = {
  id: "non-obvious-interfaces",
  question: "Must an interface be invented, public or internal?",
  answer(change) {
    return verdictOf(shapes, readChange(change), {
      open: "yes",
      silent: "no",
      because: "The change asks for no interface whose shape it does not give.",
      need: (words) => `Give the shape behind “${words}”: names, parameters, result and errors.`,
    });
  },
};
