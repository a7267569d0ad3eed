import type { PhoneSource } from '../../../cloudfunctions/core/person/person';
import { earnsPoints, movedIn, movedOut } from '../../../cloudfunctions/core/residence/rules/settle';
import { whomOf } from '../../../cloudfunctions/core/residence/rules/whom';
import { waitingMove } from '../../support/community';

const known = (_id: string, name: string, phoneSource: PhoneSource = 'wechat', leftAt?: Date) => ({
  _id,
  name,
  phone: '16400000001',
  phoneSource,
  phoneOwner: 'self' as const,
  ...(leftAt && { leftAt }),
});
const newcomer = { name: '李秀兰', phone: '16400000001' };
const whom = (people: Parameters<typeof whomOf>[1], choice = {}) => {
  const found = whomOf(newcomer, people, choice);
  return found.ok ? (found.data?._id ?? null) : found.code;
};

describe('who a newcomer is', () => {
  it.each([
    ['nobody knew the number', [], null],
    ['the same name and number', [known('a', '李秀兰')], 'a'],
    ['the same name among a family', [known('a', '李秀兰'), known('b', '李国强')], 'a'],
    ['another name', [known('b', '李国强')], 'PERSON_KNOWN'],
    ['twice the same name', [known('a', '李秀兰'), known('c', '李秀兰')], 'PERSON_KNOWN'],
    ['a number that was only typed', [known('a', '李秀兰', 'typed')], 'PERSON_KNOWN'],
    ['somebody who moved away', [known('a', '李秀兰', 'wechat', new Date(0))], null],
    ['another number', [{ ...known('a', '李秀兰'), phone: '16400000002' }], null],
  ])('%s', (_name, people, found) => {
    expect(whom(people)).toBe(found);
  });

  it('whoever decides says which one, or that it is none of them', () => {
    const people = [known('b', '李国强')];
    expect(whom(people, { personId: 'b' })).toBe('b');
    expect(whom(people, { another: true })).toBeNull();
    expect(whom(people, { personId: 'x' })).toBe('NOT_FOUND');
  });
});

describe('what a move makes of somebody', () => {
  it('moves them in as tenant or owner, and keeps what they are besides', () => {
    const person = { kinds: ['resident', 'serviceMember'] as const, alone: true };
    expect(movedIn(person, waitingMove)).toEqual({
      set: { home: waitingMove.place, kinds: ['tenant', 'serviceMember'] },
      unset: ['alone'],
    });
    expect(movedIn({ kinds: [] }, { ...waitingMove, tenure: 'owner' })).toMatchObject({ set: { kinds: ['resident'] } });
  });

  it('moves them out of where they lived, and out of nothing else', () => {
    const person = { kinds: ['tenant', 'branchMember'] as const };
    expect(movedOut(person)).toEqual({ set: { kinds: ['branchMember'] }, unset: ['home'] });
  });
});

it('S1-19 a tenant who is new in the courtyard is worth points, an owner or a neighbour is not', () => {
  const elsewhere = { home: { ...waitingMove.place, courtyardId: 'qinghe_g2_c1' } };
  expect(earnsPoints(waitingMove, null)).toBe(true);
  expect(earnsPoints(waitingMove, elsewhere)).toBe(true);
  expect(earnsPoints(waitingMove, { home: waitingMove.place })).toBe(false);
  expect(earnsPoints({ ...waitingMove, tenure: 'owner' }, null)).toBe(false);
  expect(earnsPoints({ ...waitingMove, direction: 'out', tenure: null }, null)).toBe(false);
});
