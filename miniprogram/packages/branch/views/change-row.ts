import type { ChangeView } from '../../../contracts/person';
import { changeAdvice, changeAsked, changeWanted } from '../text/changes';

/** A change that waits for the reader. */
export interface ChangeRow {
  readonly changeId: string;
  readonly name: string;
  readonly line: string;
  readonly wanted: string;
  readonly advice: string;
  readonly isHats: boolean;
}

export function changeRow(view: ChangeView, nowMs: number): ChangeRow {
  return {
    changeId: view.changeId,
    name: view.name,
    line: changeAsked(view, nowMs),
    wanted: changeWanted(view),
    advice: changeAdvice(view),
    isHats: view.kind === 'hats',
  };
}
