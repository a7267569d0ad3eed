import type { FieldChange } from '../../../../miniprogram/contracts/import';
import type { Branch } from '../../branch/branch';
import { maskedPhone } from '../../person/phone';
import type { Person } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import type { PersonFields } from '../document/row-target';

/** Which field of a person each of the row's belongs to on the screen. */
const shown = {
  surnameKey: 'surname',
  phone: 'phone',
  phoneExtension: 'phone',
  home: 'home',
  serves: 'serves',
  employer: 'employer',
  kinds: 'kinds',
  memberClass: 'memberClass',
  skills: 'skills',
  free: 'free',
} as const satisfies Partial<Record<keyof PersonFields, FieldChange['field']>>;

type Shown = keyof typeof shown;
const names: readonly Shown[] = [
  'surnameKey',
  'phone',
  'phoneExtension',
  'home',
  'serves',
  'employer',
  'kinds',
  'memberClass',
  'skills',
  'free',
];

/** What writing a row would change of somebody, each field with what it is now beside it. */
export function changesOf(
  person: Person,
  fields: PersonFields,
  branches: readonly Pick<Branch, '_id' | 'name'>[] = [],
): readonly FieldChange[] {
  const changed = names.flatMap((name): readonly FieldChange[] => {
    if (fields[name] === undefined || textOf(person, name) === textOf(fields, name)) return [];
    return [{ field: shown[name], before: shownText(person, name), after: textOf(fields, name) }];
  });
  if (!isMoved(person, fields)) return changed;
  const nameOf = (branchId = '') => branches.find(({ _id }) => _id === branchId)?.name ?? '';
  return [...changed, { field: 'branch', before: nameOf(branchOfPerson(person)), after: nameOf(fields.branchId) }];
}

/** Whether writing a row's fields would take somebody to another branch. */
export function isMoved(person: Person, { branchId }: PersonFields): boolean {
  return branchId !== undefined && branchId !== branchOfPerson(person);
}

/** What a row's fields of a person are now, to tell whether somebody changed them since. */
export function seenFields(person: Person, fields: PersonFields): readonly string[] {
  const seen = names.flatMap((name) => (fields[name] === undefined ? [] : [`${name}=${textOf(person, name)}`]));
  return fields.branchId === undefined ? seen : [...seen, `branch=${branchOfPerson(person)}`];
}

/** Two lists that hold the same are equal in any order. */
function textOf(fields: PersonFields, name: Shown): string {
  const value = fields[name];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return 'placeId' in value ? value.label : [...value].sort().join(',');
}

/** A number that is kept is not shown whole to whoever sends a list. */
function shownText(person: Person, name: Shown): string {
  const text = textOf(person, name);
  return name === 'phone' && text !== '' ? maskedPhone(text) : text;
}
