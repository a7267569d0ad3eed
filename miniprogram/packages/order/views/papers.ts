import type { OrderView } from '../../../contracts/order';
import { paperLine, papersTitle } from '../text/papers';

export interface PaperRow {
  readonly paper: number;
  readonly name: string;
  readonly done: boolean;
  readonly line: string;
}

/** The checklist of an order; null where it has none, or the reader may not see it. */
export interface Papers {
  readonly title: string;
  readonly rows: readonly PaperRow[];
  readonly mayTick: boolean;
}

export function papersOf({ papers = [], mayTick }: OrderView): Papers | null {
  if (papers.length === 0) return null;
  const rows = papers.map((one, paper) => ({ paper, name: one.name, done: one.done, line: paperLine(one) }));
  return { title: papersTitle(papers), rows, mayTick: mayTick === true };
}
