import type { EnrolmentSummary } from '../../../contracts/enrolment';
import { enrolmentLine, welcomedLine } from '../text/enrolment';

/** A member in the list of those of a grid or a community. */
export interface EnrolmentRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly welcomed: string;
}

export function enrolmentRow(view: EnrolmentSummary): EnrolmentRow {
  const { personId, name, state, welcomed } = view;
  return {
    personId,
    name,
    line: enrolmentLine(view),
    welcomed: state === 'enrolled' ? welcomedLine(welcomed) : '',
  };
}
