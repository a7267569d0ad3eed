import type { Builtin } from '../../../support/builtin';
import { asRecord, asList, asNumber, asText } from '../../../support/values';
import {
  clampDay,
  dayAt,
  dayColumns,
  formatDay,
  formatTime,
  parseDay,
  parseTime,
  timeAt,
  timeColumns,
  today,
  type Fields,
  type Span,
} from './dates';
import type { Column } from './sheet';

/** What a mode offers while its sheet is open. */
export interface PickerSession {
  readonly columns: readonly Column[];
  /** Called after a column was turned; answers the columns to show instead, if they change. */
  onTurn(column: number, indices: readonly number[]): readonly Column[] | undefined;
  /** The picker's new value, and the detail of the change event. */
  result(indices: readonly number[]): { value: unknown; detail: Record<string, unknown> };
}

const texts = (builtin: Builtin, items: unknown): string[] => {
  const key = builtin.text('rangeKey');
  return asList(items).map((item) => asText(key === '' ? item : asRecord(item)[key]));
};

export function selector(builtin: Builtin): PickerSession {
  const items = texts(builtin, builtin.value('range'));
  return {
    columns: [{ label: builtin.text('headerText') || '选项', items, index: asNumber(builtin.value('value'), 0) }],
    onTurn: () => undefined,
    result: ([index = 0]) => ({ value: index, detail: { value: index } }),
  };
}

export function multiColumns(builtin: Builtin, indices: readonly unknown[]): Column[] {
  return asList(builtin.value('range')).map((items, column) => ({
    label: `第 ${column + 1} 列`,
    items: texts(builtin, items),
    index: asNumber(indices[column], 0),
  }));
}

export function multiSelector(builtin: Builtin): PickerSession {
  return {
    columns: multiColumns(builtin, asList(builtin.value('value'))),
    onTurn: (column, indices) => {
      builtin.fire('columnchange', { column, value: indices[column] ?? 0 });
      return undefined;
    },
    result: (indices) => ({ value: [...indices], detail: { value: [...indices] } }),
  };
}

export function time(builtin: Builtin): PickerSession {
  const first = parseTime(builtin.text('start'), 0);
  const last = parseTime(builtin.text('end'), 23 * 60 + 59);
  const now = new Date();
  let current = parseTime(asText(builtin.value('value')), now.getHours() * 60 + now.getMinutes());
  return {
    columns: timeColumns(current, first, last),
    onTurn: (_column, indices) => {
      current = timeAt(indices, current, first, last);
      return timeColumns(current, first, last);
    },
    result: (indices) => {
      const value = formatTime(timeAt(indices, current, first, last));
      return { value, detail: { value } };
    },
  };
}

const fieldsOf = (text: string): Fields => (text === 'year' || text === 'month' ? text : 'day');

export function date(builtin: Builtin): PickerSession {
  const span: Span = {
    first: parseDay(builtin.text('start'), { year: 1900, month: 1, day: 1 }),
    last: parseDay(builtin.text('end'), { year: 2100, month: 12, day: 31 }),
    fields: fieldsOf(builtin.text('fields')),
  };
  let current = clampDay(parseDay(asText(builtin.value('value')), today()), span.first, span.last);
  return {
    columns: dayColumns(current, span),
    onTurn: (_column, indices) => {
      current = dayAt(indices, current, span);
      return dayColumns(current, span);
    },
    result: (indices) => {
      const value = formatDay(dayAt(indices, current, span), span.fields);
      return { value, detail: { value } };
    },
  };
}
