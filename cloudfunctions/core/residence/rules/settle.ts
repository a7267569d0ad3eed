import type { Tenure } from '../../../../miniprogram/contracts/residence';
import type { Person, PersonKind } from '../../person/person';
import type { Change } from '../../platform/database';
import type { Move } from '../move';

const living: readonly PersonKind[] = ['resident', 'tenant'];
const kindOf: Readonly<Record<Tenure, PersonKind>> = { owner: 'resident', tenant: 'tenant' };

function otherKinds(kinds: readonly PersonKind[]): readonly PersonKind[] {
  return kinds.filter((kind) => !living.includes(kind));
}

/** Somebody whom nobody knew: their number is the office's word, and their own phone finds them by it. Pure. */
export function newcomerOf(
  { communityId, name, phone, phoneExtension, tenure, place }: Move,
  personId: string,
): Person {
  return {
    _id: personId,
    communityId,
    name,
    phone,
    ...(phoneExtension !== undefined && { phoneExtension }),
    phoneSource: 'office',
    phoneOwner: 'self',
    kinds: [kindOf[tenure ?? 'owner']],
    home: place,
    skills: [],
    free: [],
    atWork: [],
    reachable: false,
  };
}

/**
 * What moving in makes of somebody who is known: they live there, as tenant or owner. Whether they live alone is asked
 * anew; what they are besides stays. Pure.
 */
export function movedIn(
  person: Pick<Person, 'kinds' | 'alone' | 'aloneHeard'>,
  { tenure, place }: Move,
): Change<Person> {
  return {
    set: { home: place, kinds: [kindOf[tenure ?? 'owner'], ...otherKinds(person.kinds)] },
    ...(person.alone !== undefined && { unset: aloneFields(person) }),
  };
}

/** What moving out makes of somebody: they live nowhere that is known. Their posts, duties and orders go on. Pure. */
export function movedOut(person: Pick<Person, 'kinds' | 'alone' | 'aloneHeard'>): Change<Person> {
  return {
    set: { kinds: otherKinds(person.kinds) },
    unset: ['home', ...aloneFields(person)],
  };
}

/** That somebody lives alone is said of one home. */
function aloneFields({ alone, aloneHeard }: Pick<Person, 'alone' | 'aloneHeard'>): readonly ('alone' | 'aloneHeard')[] {
  return [...(alone === undefined ? [] : ['alone' as const]), ...(aloneHeard ? ['aloneHeard' as const] : [])];
}

/** Whether a registration is worth points: of a tenant, who did not live in the same courtyard before. Pure. */
export function earnsPoints(
  { direction, tenure, place }: Pick<Move, 'direction' | 'tenure' | 'place'>,
  before: Pick<Person, 'home'> | null,
): boolean {
  return direction === 'in' && tenure === 'tenant' && before?.home?.courtyardId !== place.courtyardId;
}
