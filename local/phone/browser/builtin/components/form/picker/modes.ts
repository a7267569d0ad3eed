import type { Part } from '../../../support/part';
import { asBag, asList, asNumber, asText } from '../../../support/values';
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

/** One opening of a picker, whatever its mode is. */
export interface Session {
  columns: readonly Column[];
  /** after a column was turned; the columns to show instead, if they changed */
  turned(column: number, indices: readonly number[]): readonly Column[] | undefined;
  /** the picker's new value, and what else the change event says */
  result(indices: readonly number[]): { value: unknown; detail: Record<string, unknown> };
}

const texts = (part: Part, items: unknown): string[] => {
  const key = part.text('rangeKey');
  return asList(items).map((item) => asText(key === '' ? item : asBag(item)[key]));
};

export function selector(part: Part): Session {
  const items = texts(part, part.value('range'));
  return {
    columns: [{ label: part.text('headerText') || '选项', items, index: asNumber(part.value('value'), 0) }],
    turned: () => undefined,
    result: ([index = 0]) => ({ value: index, detail: { value: index } }),
  };
}

export function multiColumns(part: Part, indices: readonly unknown[]): Column[] {
  return asList(part.value('range')).map((items, column) => ({
    label: `第 ${column + 1} 列`,
    items: texts(part, items),
    index: asNumber(indices[column], 0),
  }));
}

export function multiSelector(part: Part): Session {
  return {
    columns: multiColumns(part, asList(part.value('value'))),
    turned: (column, indices) => {
      part.fire('columnchange', { column, value: indices[column] ?? 0 });
      return undefined;
    },
    result: (indices) => ({ value: [...indices], detail: { value: [...indices] } }),
  };
}

export function time(part: Part): Session {
  const first = parseTime(part.text('start'), 0);
  const last = parseTime(part.text('end'), 23 * 60 + 59);
  const now = new Date();
  let shown = parseTime(asText(part.value('value')), now.getHours() * 60 + now.getMinutes());
  return {
    columns: timeColumns(shown, first, last),
    turned: (_column, indices) => {
      shown = timeAt(indices, shown, first, last);
      return timeColumns(shown, first, last);
    },
    result: (indices) => {
      const value = formatTime(timeAt(indices, shown, first, last));
      return { value, detail: { value } };
    },
  };
}

const fieldsOf = (text: string): Fields => (text === 'year' || text === 'month' ? text : 'day');

export function date(part: Part): Session {
  const span: Span = {
    first: parseDay(part.text('start'), { year: 1900, month: 1, day: 1 }),
    last: parseDay(part.text('end'), { year: 2100, month: 12, day: 31 }),
    fields: fieldsOf(part.text('fields')),
  };
  let shown = clampDay(parseDay(asText(part.value('value')), today()), span.first, span.last);
  return {
    columns: dayColumns(shown, span),
    turned: (_column, indices) => {
      shown = dayAt(indices, shown, span);
      return dayColumns(shown, span);
    },
    result: (indices) => {
      const value = formatDay(dayAt(indices, shown, span), span.fields);
      return { value, detail: { value } };
    },
  };
}
