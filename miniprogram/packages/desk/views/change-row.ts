import type { ChangeView } from '../../../contracts/person';
import { changeAdvice, changeAnswers, changeAsked, changeWanted } from '../text/changes';

/** A change that waits for the reader. */
export interface ChangeRow {
  readonly changeId: string;
  readonly name: string;
  readonly line: string;
  readonly wanted: string;
  readonly advice: string;
  /** Another person than the reader decides where it does not. */
  readonly mayDecide: boolean;
  /** What its two answers say. */
  readonly yes: string;
  readonly no: string;
}

export function changeRow(view: ChangeView, nowMs: number): ChangeRow {
  return {
    changeId: view.changeId,
    name: view.name,
    line: changeAsked(view, nowMs),
    wanted: changeWanted(view),
    advice: changeAdvice(view),
    mayDecide: view.awaitsAnother !== true,
    ...changeAnswers[view.kind],
  };
}
