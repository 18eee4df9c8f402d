import type { DesignFacts } from "./design-facts.ts";
import { referenceDiagram, sequenceDiagram, stateDiagram } from "./diagram.ts";
import { findMessages } from "./find-messages.ts";
import { findStates } from "./find-states.ts";
import { findTransitions, type Transition } from "./find-transitions.ts";
import { cited, code } from "./markdown.ts";

/** The one diagram that says most: states, else messages, else references; null where none would help. */
export function dataFlow({ sentences, entries, interfaces, link }: DesignFacts): string | null {
  const own = entries.flatMap(({ id, file, lines }) => {
    const at = lines.find(({ text }) => /^[\s>]{0,40}(?:```|~~~)\s{0,4}mermaid\b/.test(text));
    return at === undefined ? [] : [`- ${code(id)}: [line ${at.line}](${link(file, at.line)})`];
  });
  if (own.length > 0) return `The spec draws it itself:\n\n${own.join("\n")}`;
  const transitions = findTransitions(sentences, findStates(sentences, interfaces.declared));
  const states = stateDiagram(transitions);
  if (states !== null)
    return drawn("Steps between states, each as one sentence of an entry gives it:", states);
  const messages = sequenceDiagram(findMessages(sentences));
  if (messages !== null)
    return drawn(
      "Messages that the entries name with sender and receiver, in the order of the text:",
      messages,
    );
  const references = referenceDiagram(entries);
  if (references !== null) return drawn("How the entries refer to each other:", references);
  const steps = transitions.map(stepLine);
  return steps.length > 0 ? `${steps.join("\n")}\n\nOne step makes no diagram.` : null;
}

function drawn(intro: string, diagram: string): string {
  return `${intro}\n\n\`\`\`mermaid\n${diagram}\n\`\`\``;
}

function stepLine({ from, to, event, id }: Transition): string {
  return `- ${code(from)} to ${code(to)}${event === null ? "" : ` on ${code(event)}`} ${cited([id])}`;
}
