import type { FieldChange, ImportRowView, RowDecision } from '../../../contracts/import';
import type { Selectable } from '../../../views/selection';
import { visitTimes } from '../../../contracts/order';
import { memberSkills } from '../../../contracts/skill';
import { visitTimeName } from '../../../text/order/names';
import { skillName } from '../../../text/person/skills';
import { candidateLine, decisions, fieldName, kindWords, nothing, recordWords, rowPlace } from '../text/imports';

/** One row of a list as the page draws it. */
export interface RowLine extends Selectable {
  readonly rowId: string;
  readonly title: string;
  readonly place: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly notes: readonly string[];
  readonly candidates: readonly { readonly personId: string; readonly name: string; readonly line: string }[];
  /** Whether somebody has to say whom the row is of. */
  readonly asks: boolean;
  readonly decision: string;
  readonly written: boolean;
}

/** @param mayDecide whether decisions are taken now */
export function rowLine(row: ImportRowView, mayDecide: boolean): RowLine {
  const { rowId, title, sheet, changes, notes, candidates, decision, written } = row;
  const asks = row.fate === 'duplicate' && mayDecide && !written;
  return {
    rowId,
    selectId: asks ? rowId : '',
    selectName: title,
    title,
    place: rowPlace(sheet, row.row),
    changes: changes.map((change) => ({ field: fieldName(change.field), ...textsOf(change) })),
    notes: notes.map(({ column, value, text }) => {
      const cell = [column, value].filter((part) => part !== undefined && part !== '').join(' ');
      return cell === '' ? text : `${cell}：${text}`;
    }),
    candidates: candidates.map((one) => ({ personId: one.personId, name: one.name, line: candidateLine(one) })),
    asks,
    decision: decisionText(decision),
    written,
  };
}

function decisionText(decision: RowDecision | undefined): string {
  return decision === undefined ? '' : decisions[decision];
}

/** Fields of which the value is a list of codes, or of names. */
const coded: readonly FieldChange['field'][] = [
  ...(['kinds', 'memberClass', 'skills', 'free'] as const),
  ...(['colour', 'trade', 'services', 'instructor'] as const),
];

function textsOf({ field, before, after }: FieldChange): { readonly before: string; readonly after: string } {
  const text = (value: string): string => {
    if (value === '') return nothing;
    return coded.includes(field) ? value.split(',').map(wordOf).join('、') : value;
  };
  return { before: text(before), after: text(after) };
}

function wordOf(code: string): string {
  const skill = memberSkills.find((one) => one === code);
  const time = visitTimes.find((one) => one === code);
  if (skill) return skillName(skill);
  return time ? visitTimeName(time) : (kindWords[code] ?? recordWords[code] ?? code);
}
