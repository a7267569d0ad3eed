import type { ChangeView } from '../../../contracts/person';
import { changeLine, changeTitle } from '../text/identity';

/** Something that the reader wanted to be changed. */
export interface ChangeRow {
  readonly changeId: string;
  readonly title: string;
  readonly line: string;
}

export function changeRow(view: ChangeView, nowMs: number): ChangeRow {
  return { changeId: view.changeId, title: changeTitle(view), line: changeLine(view, nowMs) };
}
