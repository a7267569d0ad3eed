import type { Person } from '../../person/person';
import { isVouchedFor } from '../../person/phone';
import type { Result } from '../../platform/result';

/** What whoever decides said of who it is. */
export interface Choice {
  /** One of those with the number. */
  readonly personId?: string;
  /** None of them. */
  readonly another?: boolean;
}

type Known = Pick<Person, '_id' | 'name' | 'phone' | 'phoneSource' | 'phoneOwner' | 'leftAt'>;

/** Who has a number and is still here. Pure. */
export function withNumber<One extends Known>(known: readonly One[], phone: string): readonly One[] {
  return known.filter((person) => person.phone === phone && person.leftAt === undefined);
}

/**
 * Which of the known people a newcomer is; null for none of them. The same name at a number that somebody vouches for
 * is the same person; a number under other names, or that was only typed, asks whoever decides. Pure.
 */
export function whomOf<One extends Known>(
  { name, phone }: Pick<Person, 'name' | 'phone'>,
  known: readonly One[],
  { personId, another = false }: Choice,
): Result<One | null> {
  const candidates = withNumber(known, phone);
  if (personId !== undefined) {
    const chosen = candidates.find(({ _id }) => _id === personId);
    return chosen ? { ok: true, data: chosen } : { ok: false, code: 'NOT_FOUND', field: 'personId' };
  }
  if (another || candidates.length === 0) return { ok: true, data: null };
  const same = candidates.filter((person) => person.name === name && isVouchedFor(person));
  const [only] = same;
  return only && same.length === 1 ? { ok: true, data: only } : { ok: false, code: 'PERSON_KNOWN', field: 'personId' };
}
