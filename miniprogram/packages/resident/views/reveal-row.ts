import type { RevealView } from '../../../contracts/person';
import { revealLine, revealTitle } from '../text/reveals';

/** One time that somebody saw the reader's number. */
export interface RevealRow {
  readonly key: string;
  readonly title: string;
  readonly line: string;
}

export function revealRow(view: RevealView, nowMs: number): RevealRow {
  return {
    key: `${view.at} ${view.byName}`,
    title: revealTitle(view),
    line: revealLine(view, nowMs),
  };
}
