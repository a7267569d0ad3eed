import { copiedFields } from '../access/build-login';
import { hashOf } from '../platform/ids';
import type { Login } from '../access/login';
import { loginsWithOutbox } from '../message/login-outbox';
import { outgoingMessages, type OutgoingMessage } from '../message/outgoing';
import { people, type Person } from '../person/person';
import { communities } from '../place/community';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { newcomerIdOf } from './newcomer';
import { unknownName } from '../person/text/unknown-name';

/**
 * Lets logins go that became somebody by a number which the office has corrected since, in the transaction in which
 * the right one is proved. Each is a person of its own from then on, the one that it was before where it was one: the
 * number that it proved stays its own, hats and inbox of the other person do not. Four reads and two writes for each.
 */
export async function releaseLogins(
  transaction: Transaction,
  context: Pick<Context, 'clock'>,
  released: readonly Login[],
): Promise<void> {
  for (const { _id, personId } of released) {
    const login = await transaction.get(loginsWithOutbox, _id);
    const other = await transaction.get(people, personId);
    if (login?.personId !== personId || !other) continue;
    const person = await ownPerson(transaction, login, other, context.clock.now());
    const community = await transaction.get(communities, person.communityId);
    if (!community) continue;
    const copied = copiedFields({ person, posts: [], community });
    const gone = (['memberClass', 'home', 'serves', 'teamId', 'phoneExtension'] as const).filter(
      (name) => copied[name] === undefined && hashOf([login[name]]) !== hashOf([undefined]),
    );
    await transaction.update(loginsWithOutbox, _id, {
      set: {
        ...copied,
        hatInUse: copied.hats[0]?.key ?? '',
        inbox: [],
        unread: 0,
        inboxSequence: login.inboxSequence + 1,
        rebinding: { fromId: personId, at: context.clock.now(), own: true },
      },
      unset: [...gone, ...(login.heldBack ? (['heldBack'] as const) : [])],
    });
  }
}

/** Who a login is by itself; somebody of whom nothing but a number is known where it never was anybody else. */
async function ownPerson(transaction: Transaction, login: Login, other: Person, at: Date): Promise<Person> {
  const personId = newcomerIdOf(login._id);
  const proved = other.corrected?.phone ?? login.phone;
  const own = { phone: proved, phoneSource: 'wechat', phoneOwner: 'self', reachable: true } as const;
  const before = await transaction.get(people, personId);
  if (before) {
    await transaction.update(people, personId, { set: { ...own, helperAt: at } });
    return { ...before, ...own };
  }
  const person: Person = {
    _id: personId,
    communityId: other.communityId,
    name: unknownName,
    ...own,
    kinds: ['resident'],
    skills: [],
    free: [],
    atWork: [],
  };
  await transaction.insert(people, person);
  return person;
}

/** They hear that they are not that person any more, as whoever they are from now on. */
export function newsOfRelease(context: Context, released: readonly Login[]): readonly OutgoingMessage[] {
  if (released.length === 0) return [];
  const personIds = released.map(({ _id }) => newcomerIdOf(_id));
  const source = `released:${context.openid}:${context.request.requestKey}`;
  return outgoingMessages(source, context.clock.now(), [{ personIds, content: { kind: 'login-released' } }]);
}
