import type { ComplaintView } from '../../../contracts/complaint';
import { answerLine, complaintLine, complaintTitle, lateLine } from '../text/complaint';

export interface ComplaintRow {
  readonly complaintId: string;
  readonly title: string;
  readonly words: string;
  readonly line: string;
  /** '' until it is answered. */
  readonly answer: string;
  readonly answered: string;
  /** What may be done about one that nobody answered in time; '' else. */
  readonly late: string;
  readonly mayAnswer: boolean;
}

export function complaintRow(view: ComplaintView): ComplaintRow {
  return {
    complaintId: view.complaintId,
    title: complaintTitle(view),
    words: view.words,
    line: complaintLine(view),
    answer: view.answer?.words ?? '',
    answered: answerLine(view),
    late: lateLine(view),
    mayAnswer: view.mayAnswer,
  };
}
