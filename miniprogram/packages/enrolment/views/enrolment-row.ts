import type { EnrolmentSummary } from '../../../contracts/enrolment';
import { nameApart } from '../../../text/person/name-apart';
import type { Selectable } from '../../../views/selection';
import { enrolmentLine, welcomedLine } from '../text/enrolment';

/** A member in the list of those of a grid or a community. */
export interface EnrolmentRow extends Selectable {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly welcomed: string;
}

/** Whoever waits may be chosen. */
export function enrolmentRow(view: EnrolmentSummary): EnrolmentRow {
  const { personId, state, welcomed, phoneEnd } = view;
  const name = nameApart({ name: view.name, ...(phoneEnd !== undefined && { phoneEnd }) });
  return {
    personId,
    name,
    selectId: state === 'asked' ? personId : '',
    selectName: name,
    line: enrolmentLine(view),
    welcomed: state === 'enrolled' ? welcomedLine(welcomed) : '',
  };
}
