import type { CardText } from '../../card/rules/card-text';

/** How far a print has come: where the next part begins, and the papers drawn last, which are yet to be noted. */
export interface Part {
  readonly after: string | null;
  readonly isLast: boolean;
  readonly printed: readonly { readonly token: string; readonly text: CardText }[];
}

/** As it stands in the task's cursor; it was written by nobody but `writePart`. */
export function readPart(cursor: string | null): Part {
  const first: Part = { after: null, isLast: false, printed: [] };
  return cursor === null ? first : { ...first, ...JSON.parse(cursor) };
}

export function writePart(part: Part): string {
  return JSON.stringify(part);
}
