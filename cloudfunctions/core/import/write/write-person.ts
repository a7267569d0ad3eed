import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { releaseApprentices } from '../../branch/release-apprentices';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import { people, type Person } from '../../person/person';
import type { Services } from '../../platform/context';
import type { Change, Transaction } from '../../platform/database';
import { hashOf } from '../../platform/ids';
import { done } from '../../platform/result';
import { recordChange } from '../../projection/source-change';
import type { PersonFields, RowTarget } from '../document/row-target';
import { changesOf, isMoved, seenFields } from '../rules/changes';
import { orThrow } from './or-throw';

/** Why somebody was not written. */
type LeftPerson = 'changedMeanwhile' | 'branchHeld';

/**
 * Writes somebody as a row has them.
 * @returns the person as they are then, or why they stay as they were: somebody changed the same fields since the row
 *   was looked at, or another branch keeps a book of theirs
 */
export async function writePerson(
  services: Services,
  communityId: string,
  target: RowTarget,
): Promise<Person | LeftPerson> {
  const { database } = services;
  if (!target.isNew) return changePerson(services, target);
  const person = newPerson(communityId, target);
  return (await database.insert(people, person)) ? person : ((await database.get(people, person._id)) ?? person);
}

function newPerson(communityId: string, { personId, name, fields }: RowTarget): Person {
  const { kinds = [], phone = '' } = fields;
  return {
    skills: [],
    free: [],
    ...fields,
    _id: personId,
    communityId,
    name,
    kinds,
    phone,
    phoneSource: phone === '' ? 'typed' : 'office',
    phoneOwner: fields.phoneOwner ?? 'self',
    atWork: [],
    reachable: false,
  };
}

async function changePerson({ database, clock, ids }: Services, target: RowTarget): Promise<Person | LeftPerson> {
  const { personId, fields, seen } = target;
  const changed = await database.transaction(async (transaction) => {
    const person = await transaction.get(people, personId);
    if (!person) return done<Person | LeftPerson>('changedMeanwhile');
    if (changesOf(person, fields).length === 0) return done<Person | LeftPerson>(person);
    if (hashOf(seenFields(person, fields)) !== seen) return done<Person | LeftPerson>('changedMeanwhile');
    if (isMoved(person, fields)) {
      if (await hasBook(transaction, personId)) return done<Person | LeftPerson>('branchHeld');
      await releaseApprentices(transaction, person);
    }
    const change = changeOf(person, fields, clock.now());
    await transaction.update(people, personId, change);
    await recordChange(transaction, { kind: 'person', id: personId }, { at: clock.now(), revision: ids.token(16) });
    return done<Person | LeftPerson>({ ...person, ...change.set });
  });
  return orThrow(changed, 'the person was not changed');
}

/** Whether a branch keeps a book of theirs: then both branches have a word in where they belong. */
async function hasBook(transaction: Transaction, personId: string): Promise<boolean> {
  for (const unit of pointUnits) if (await transaction.get(passbooks, bookIdOf(personId, unit))) return true;
  return false;
}

/** An office vouches for another number from now on; the extension of the one before goes with it. */
function changeOf(person: Person, fields: PersonFields, at: Date): Change<Person> {
  const isOtherNumber = fields.phone !== undefined && fields.phone !== person.phone;
  const gone = [
    ...(isOtherNumber && fields.phoneExtension === undefined ? (['phoneExtension'] as const) : []),
    ...(isMoved(person, fields) ? leftBehind(person, fields) : []),
  ];
  const hasProved = isOtherNumber && person.phone !== '' && person.reachable;
  return {
    set: {
      ...fields,
      ...(isMoved(person, fields) && person.apprenticeIds && { apprenticeIds: [] }),
      ...(isOtherNumber && { phoneSource: 'office' as const }),
      ...(hasProved && { corrected: { phone: person.corrected?.phone ?? person.phone, at } }),
    },
    ...(gone.length > 0 && { unset: gone }),
  };
}

/** What does not go along to another branch: its name where it is the community's first, and who guides them. */
function leftBehind(person: Person, { branchName }: PersonFields): readonly ('branchName' | 'mentorId')[] {
  const gone = ['mentorId', ...(branchName === undefined ? (['branchName'] as const) : [])] as const;
  return gone.filter((field) => person[field] !== undefined);
}
