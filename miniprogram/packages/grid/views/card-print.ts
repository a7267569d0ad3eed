import type { GridCoverageView } from '../../../contracts/card';
import type { FileTaskView } from '../../../contracts/file';
import { coverageLine, coverageTitle, fileLabel, noteLine, taskLine, withoutLine } from '../text/card-print';

/** How far a grid is covered with cards, as its row draws it. */
export interface CoverageRow {
  readonly gridId: string;
  readonly colour: string;
  readonly title: string;
  readonly line: string;
  readonly without: string;
}

export function coverageRow(view: GridCoverageView): CoverageRow {
  return {
    gridId: view.gridId,
    colour: view.colour ?? '',
    title: coverageTitle(view),
    line: coverageLine(view),
    without: withoutLine(view),
  };
}

/** What became of work that goes on by itself. */
export interface TaskResult {
  readonly taskId: string;
  readonly result: string;
  readonly notes: readonly string[];
  /** Each with its number, from 1. */
  readonly files: readonly { readonly number: number; readonly label: string }[];
  readonly isUnderWay: boolean;
}

export const noTask: TaskResult = { taskId: '', result: '', notes: [], files: [], isUnderWay: false };

export function taskResult(view: FileTaskView): TaskResult {
  return {
    taskId: view.taskId,
    result: taskLine(view),
    notes: view.notes.map(noteLine),
    files: view.fileIds.map((_fileId, index) => ({ number: index + 1, label: fileLabel(index) })),
    isUnderWay: view.state === 'waiting',
  };
}
