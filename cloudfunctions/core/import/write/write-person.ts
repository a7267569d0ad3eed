import { people, type Person } from '../../person/person';
import type { Services } from '../../platform/context';
import type { Change } from '../../platform/database';
import { hashOf } from '../../platform/ids';
import { done } from '../../platform/result';
import { recordChange } from '../../projection/source-change';
import type { PersonFields, RowTarget } from '../document/row-target';
import { changesOf, seenFields } from '../rules/changes';
import { orThrow } from './or-throw';

/**
 * Writes somebody as a row has them.
 * @returns the person as they are then; undefined where somebody changed the same fields since the row was looked at
 */
export async function writePerson(
  services: Services,
  communityId: string,
  target: RowTarget,
): Promise<Person | undefined> {
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

async function changePerson({ database, clock, ids }: Services, target: RowTarget): Promise<Person | undefined> {
  const { personId, fields, seen } = target;
  const changed = await database.transaction(async (transaction) => {
    const person = await transaction.get(people, personId);
    if (!person) return done<Person | undefined>(undefined);
    if (changesOf(person, fields).length === 0) return done<Person | undefined>(person);
    if (hashOf(seenFields(person, fields)) !== seen) return done<Person | undefined>(undefined);
    const change = changeOf(person, fields, clock.now());
    await transaction.update(people, personId, change);
    await recordChange(transaction, { kind: 'person', id: personId }, { at: clock.now(), revision: ids.token(16) });
    return done<Person | undefined>({ ...person, ...change.set });
  });
  return orThrow(changed, 'the person was not changed');
}

/** An office vouches for another number from now on; the extension of the one before goes with it. */
function changeOf(person: Person, fields: PersonFields, at: Date): Change<Person> {
  const isOtherNumber = fields.phone !== undefined && fields.phone !== person.phone;
  const hasProved = isOtherNumber && person.phone !== '' && person.reachable;
  return {
    set: {
      ...fields,
      ...(isOtherNumber && { phoneSource: 'office' as const }),
      ...(hasProved && { corrected: { phone: person.corrected?.phone ?? person.phone, at } }),
    },
    ...(isOtherNumber && fields.phoneExtension === undefined && { unset: ['phoneExtension' as const] }),
  };
}
