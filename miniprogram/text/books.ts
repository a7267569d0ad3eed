import type { Output } from '../contracts/api';
import { sum, unitName } from './passbook';
import { pointUnits, type PointUnit } from '../contracts/passbook';
import type { Choice } from './orders';

export interface BookRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly balance: string;
}

export const bookRow = (person: Output<'passbook.list'>['people'][number]): BookRow => ({
  personId: person.personId,
  name: person.name,
  line:
    person.contested > 0 ? `今年记 ${person.countThisYear} 次 · 有异议，等回话` : `今年记 ${person.countThisYear} 次`,
  balance: sum(person.balance),
});

export const unitChoices: Choice<PointUnit>[] = pointUnits.map((unit) => ({ value: unit, text: unitName(unit) }));

export interface Broken {
  readonly personId: string;
  readonly line: string;
}

export const broken = (view: Output<'passbook.audit'>['broken'][number]): Broken => ({
  personId: view.personId,
  line: `${view.name}：第 ${view.firstBrokenSequence} 笔起对不上`,
});

/** What a check of all books says while it runs and when it is done. */
export function auditLine(books: number, brokenBooks: number, done: boolean): string {
  if (!done) return `查了 ${books} 本，还在查`;
  return brokenBooks === 0 ? `${books} 本都查过，账目完整` : `${books} 本都查过，${brokenBooks} 本对不上`;
}

export const signedSound = '账目完整';
export const kept = '回过话了，这一笔照旧';
export const proposed = '提上去了，等另一个人签字';
