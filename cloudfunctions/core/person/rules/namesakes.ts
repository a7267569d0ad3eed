import type { NameApart } from '../../../../miniprogram/contracts/name-apart';
import type { Person } from '../person';

/** Whom a row of a list is about. */
export interface Named {
  readonly personId: string;
  readonly name: string;
}

/** What tells somebody of a list apart; nothing for whose name is nobody else's there. */
export type Apart = (personId: string) => NameApart;

/** By what the reader is told who is who (`apartBy`, access/permissions.ts). */
export type ApartBy = keyof NameApart;

/** What marks are taken from: of a person, or of the login that carries copies of the same. */
type Known = Pick<Person, 'phone'> & {
  readonly serves?: { readonly gridName?: string };
  readonly home?: { readonly gridName?: string };
};

const shownDigits = 4;

/** Nobody is told apart. */
export const noneApart: Apart = () => ({});

/** Whatever tells somebody from others of their name: the end of their number, and the grid. Pure. */
export function marksOf({ phone, serves, home }: Known): NameApart {
  const gridName = serves?.gridName ?? home?.gridName;
  return {
    ...(phone !== '' && { phoneEnd: phone.slice(-shownDigits) }),
    ...(gridName !== undefined && { gridName }),
  };
}

/** The ids of those whose name somebody else among these has too. An erased name is nobody's. Pure. */
export function namesakesOf(rows: readonly Named[]): ReadonlySet<string> {
  const idsOf = new Map<string, Set<string>>();
  for (const { personId, name } of rows) idsOf.set(name, (idsOf.get(name) ?? new Set()).add(personId));
  idsOf.delete('');
  return new Set([...idsOf.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}

/** Tells the people of a list apart by what each row knows of them. Pure. */
export function tellApart(rows: readonly (Named & NameApart)[], by: ApartBy): Apart {
  const repeated = namesakesOf(rows);
  const marks = new Map(rows.map((row) => [row.personId, row[by]]));
  return (personId) => {
    const mark = repeated.has(personId) ? marks.get(personId) : undefined;
    return mark === undefined ? {} : { [by]: mark };
  };
}

/** The same of people whose documents were read. Pure. */
export function tellPeopleApart(people: readonly (Known & Pick<Person, '_id' | 'name'>)[], by: ApartBy): Apart {
  return tellApart(
    people.map((person) => ({ personId: person._id, name: person.name, ...marksOf(person) })),
    by,
  );
}
