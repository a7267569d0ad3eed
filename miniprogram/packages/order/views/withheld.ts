/** What is kept from others of one order, as its author reads it. */
import type { OrderView } from '../../../contracts/order';
import { partName, withheldLine } from '../../../text/order/withheld';

export interface WithheldNote {
  readonly part: string;
  readonly title: string;
  readonly line: string;
  readonly mayAppeal: boolean;
}

export function withheldNotes({ withheld = [] }: OrderView): WithheldNote[] {
  const own = withheld.filter((view) => view.own);
  return own.map((view) => ({
    part: view.part,
    title: partName(view.kind),
    line: withheldLine(view),
    mayAppeal: view.mayAppeal === true,
  }));
}
