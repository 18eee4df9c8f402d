import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { canonicalDemand, type Piece } from "./canonical-demand.ts";
import { noWork, type Proof } from "./proof.ts";

/**
 * One name of code became another, nothing else changed, and the entry that the name belongs to is in the same change: the
 * renaming is that entry's work. Only where that entry made the very same exchange at its head, and is not this one.
 */
export const exchangedName: Proof = (change, context) => {
  const exchanged = exchangeIn(change);
  if (exchanged === null) return null;
  const { after } = change;
  const owner = ownersNear(change, context).find(
    (other) => other.after !== null && other.id !== after?.id && owns(other, exchanged),
  );
  return owner === undefined
    ? null
    : noWork(
        `Only the name \`${exchanged.is}\` changed; ${owner.id.replace(/^.*#/, "")} carries the renaming.`,
      );
};

interface Exchange {
  readonly was: string;
  readonly is: string;
}

/** The one name that differs, however often it is said. */
function exchangeIn({ before, after }: Change): Exchange | null {
  const [old, now] = [piecesOf(before?.text), piecesOf(after?.text)];
  if (old.length !== now.length) return null;
  const differing = old.flatMap((was, i): { was: Piece; is: Piece }[] => {
    const is = now[i];
    return is === undefined || (was.kind === is.kind && was.text === is.text) ? [] : [{ was, is }];
  });
  const [first] = differing;
  const isOne = differing.every(
    ({ was, is }) =>
      was.kind === is.kind &&
      isName(was) &&
      isName(is) &&
      was.text === first?.was.text &&
      is.text === first.is.text,
  );
  return first === undefined || !isOne ? null : { was: first.was.text, is: first.is.text };
}

function piecesOf(text: string | undefined): readonly Piece[] {
  return text === undefined ? [] : (canonicalDemand(text)?.pieces ?? []);
}

/** `BatchSpec`, `idempotentRestPublishing`: a name of code, in code marks or in letters that prose does not use. */
function isName({ kind, text }: Piece): boolean {
  return /^[A-Za-z_][\w.]{2,60}$/.test(text) && (kind === "code" || /[a-z][A-Z]|_/.test(text));
}

function ownersNear({ after }: Change, context: SpecIndex): readonly Change[] {
  if (after === null) return [];
  const ids = [...after.references, ...(after.parent === null ? [] : [after.parent])];
  const near = [...context.siblings(after).map(({ id }) => id), ...ids];
  return near.flatMap((id) => context.change(id) ?? []);
}

/** Whether an entry is about the name: it opens with it, on both sides. */
function owns({ before, after }: Change, { was, is }: Exchange): boolean {
  const opens = (text: string, name: string): boolean =>
    new RegExp(
      `^[\\s*_#]{0,6}(?:(?:class|enum|interface|the attributes of|struct|type)\\s+)?\`?${name.replaceAll(".", "\\.")}\\b`,
      "i",
    ).test(text);
  return before !== null && after !== null && opens(before.text, was) && opens(after.text, is);
}
