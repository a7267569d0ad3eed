import { rowFates, type ImportView } from '../../../contracts/import';
import type { Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';
import { applyLabel, factLines, fateNames, kindName, problemLine, progressLine, stateName } from '../text/imports';

/** What stands over the rows of a list. */
export interface ImportHead {
  readonly title: string;
  readonly state: string;
  readonly problem: string;
  readonly facts: readonly string[];
  /** Rows that were looked at, or written, in hundredths of all; -1 where nothing is under way. */
  readonly percent: number;
  readonly progress: string;
  /** What the button says that has the rows written; '' where nothing can be. */
  readonly apply: string;
  readonly hasRefused: boolean;
}

export const isWorking = ({ state }: ImportView): boolean => state === 'reading' || state === 'applying';

export function importHead(view: ImportView): { readonly head: ImportHead; readonly fates: readonly Choice[] } {
  const { kind, fileName, state, problem, progress, counts, undecided, written } = view;
  const { done, total } = progress;
  const open = counts.new + counts.changed + counts.duplicate - undecided - (state === 'done' ? written : 0);
  return {
    head: {
      title: fileName,
      state: joinParts(kindName(kind), stateName(state)),
      problem: problemLine(problem),
      facts: factLines(view),
      percent: isWorking(view) ? (total === 0 ? 0 : Math.floor((100 * done) / total)) : -1,
      progress: isWorking(view) ? progressLine(view) : '',
      apply: (state === 'checked' || state === 'done') && open > 0 ? applyLabel(view) : '',
      hasRefused: (state === 'checked' || state === 'done') && counts.refused + counts.duplicate > 0,
    },
    fates: rowFates.map((fate) => ({ value: fate, text: `${fateNames[fate]} ${counts[fate]}` })),
  };
}
