import {
  rankedBehind,
  suggestHelpers,
  suggestionView,
  suggestTeamMembers,
} from '../../../../cloudfunctions/core/order/matching/suggest';
import type { Person } from '../../../../cloudfunctions/core/person/person';
import {
  accept,
  after,
  after1,
  decline,
  dispatchTo,
  fresh,
  hourMs,
  member,
  other,
  place,
  release,
  worker,
} from '../sample-orders';

const person = (_id: string, more: Partial<Person> = {}): Person => ({
  _id,
  communityId: 'cqt',
  name: `人${_id}`,
  phone: '13800000000',
  phoneSource: 'wechat',
  phoneOwner: 'self',
  kinds: ['serviceMember'],
  serves: place,
  skills: [],
  free: [],
  atWork: [],
  reachable: true,
  ...more,
});
const order = { ...fresh(), when: 'today-afternoon' as const };
const now = after(hourMs);
const reasonsOf = (one: Person, of = order) =>
  suggestHelpers(of, [one], now)[0]?.reasons.map(({ reason, against }) => (against ? `-${reason}` : reason));
const month = '2026-11';

test.each<[string, Partial<Person>, string[]]>([
  ['lives in the courtyard', { home: place, load: { month, count: 9 } }, ['same-courtyard']],
  ['serves the grid', { load: { month, count: 9 } }, ['same-grid']],
  ['has the skill', { skills: ['repair'], load: { month, count: 9 } }, ['same-grid', 'skill']],
  ['is free then', { free: ['today-afternoon'], load: { month, count: 9 } }, ['same-grid', 'free-then']],
  [
    'is free on Saturday at least',
    { free: ['saturday'], load: { month, count: 9 } },
    ['same-grid', 'free-on-saturday'],
  ],
  ['has done little this month', { load: { month, count: 1 } }, ['same-grid', 'little-load']],
  ['did much last month, nothing in this', { load: { month: '2026-10', count: 9 } }, ['same-grid', 'little-load']],
  ['is at work then', { atWork: ['today-afternoon'], load: { month, count: 9 } }, ['same-grid', '-at-work-then']],
])('%s', (_what, more, reasons) => {
  expect(reasonsOf(person('p', more))).toEqual(reasons);
});

test('S2-15 somebody at work is asked when it is urgent', () => {
  expect(
    reasonsOf(person('p', { atWork: ['today-afternoon'], load: { month, count: 9 } }), { ...order, urgent: true }),
  ).toEqual(['same-grid']);
});

test('the neighbour with the skill comes first, the busier behind the idle, who lacks the skill last', () => {
  const people = [
    person('atWork', { home: place, skills: ['repair'], atWork: ['today-afternoon'] }),
    person('busy', { skills: ['repair'], free: ['today-afternoon'], load: { month, count: 4 } }),
    person('idle', { skills: ['repair'], free: ['today-afternoon'] }),
    person('neighbour', { home: place, skills: ['repair'], free: ['today-afternoon'] }),
    person('unskilled'),
  ];
  expect(suggestHelpers(order, people, now).map(({ memberId }) => memberId)).toEqual([
    'neighbour',
    'idle',
    'atWork',
    'busy',
    'unskilled',
  ]);
});

test('nobody is suggested who cannot be reached, asks for it, or has answered already', () => {
  const offered = after1(after1(fresh(), worker, dispatchTo(member)), member, decline);
  const people = [person('resident'), person('member'), person('unreachable', { reachable: false }), person('fine')];
  expect(suggestHelpers(offered, people, now).map(({ memberId }) => memberId)).toEqual(['fine']);
});

test('S2-09 a captain names one of the team, whatever grid they serve; no unreachable member, not the captain', () => {
  const elsewhere = { ...place, gridId: 'other' };
  const team = [
    person('captain'),
    person('unreachable', { reachable: false }),
    person('resident'),
    person('far', { serves: elsewhere }),
    person('near', { skills: ['repair'] }),
  ];
  const goers = suggestTeamMembers(order, team, 'captain', now);
  expect(goers.map(({ memberId }) => memberId)).toEqual(['near', 'far']);
  expect(goers[1]?.reasons.map(({ reason }) => reason)).toEqual(['little-load']);
});

test('whoever was too slow, and said nothing against it, may be asked again once it came back', () => {
  const taken = after1(after1(fresh(), worker, dispatchTo(member, other)), member, accept);
  const back = after1(taken, member, release);
  expect(suggestHelpers(back, [person('member'), person('other')], now).map(({ memberId }) => memberId)).toEqual([
    'other',
  ]);
});

test('a team counts all of its members, whoever of them was asked already', () => {
  const team = (captain: boolean) => ({
    teamId: 't1',
    team: { name: '水电小分队', skill: 'repair', captain },
    free: ['today-afternoon' as const],
  });
  const people = [person('captain', team(true)), person('member', team(false)), person('mate', team(false))];
  const offered = { ...after1(fresh(), worker, dispatchTo(member)), when: 'today-afternoon' as const };
  expect(suggestHelpers(offered, people, now).find(({ memberId }) => memberId === 'captain')?.team?.free).toBe(3);
});

test("S2-09 a team with the skill is one line, its captain's, and says who of it is free", () => {
  const team = (captain: boolean) => ({ teamId: 't1', team: { name: '水电小分队', skill: 'repair', captain } });
  const people = [
    person('captain', { ...team(true), skills: ['repair'], free: ['today-afternoon'], load: { month, count: 3 } }),
    person('mate', {
      ...team(false),
      free: ['today-afternoon'],
      load: { month, count: 4 },
      serves: { ...place, gridId: 'g2' },
    }),
    person('away', { ...team(false), atWork: ['today-afternoon'], serves: { ...place, gridId: 'g2' } }),
    person('other', { teamId: 't2', team: { name: '法律小分队', skill: 'legal', captain: true } }),
  ];
  const found = suggestHelpers(order, people, now);
  expect(found.filter(({ memberId }) => memberId === 'captain').map(suggestionView)).toEqual([
    {
      memberId: 'captain',
      name: '人captain',
      team: { name: '水电小分队', free: 2 },
      reasons: [
        { reason: 'skill', against: false },
        { reason: 'free-then', against: false },
      ],
      load: 7,
    },
  ]);
  expect(found.map(({ memberId }) => memberId).sort()).toEqual(['away', 'captain', 'mate', 'other']);
});

test('behind anybody of the ranking stand those who come after, whoever else left it', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((id, index) => person(id, { load: { month, count: index >> 1 } }));
  const ranked = suggestHelpers(order, people, now);
  expect(ranked.map(({ memberId }) => memberId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  ranked.forEach((rank, index) => {
    expect(rankedBehind(ranked, rank)).toEqual(ranked.slice(index + 1));
    const without = ranked.filter((one) => one !== rank);
    expect(rankedBehind(without, rank)).toEqual(ranked.slice(index + 1));
  });
});

describe('hours free outside the working day', () => {
  const hours = {
    work: [{ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 }],
    free: [
      { days: [1, 3], fromMinute: 1140, toMinute: 1260 },
      { days: [6], fromMinute: 540, toMinute: 720 },
    ],
  };
  const monday = new Date('2026-11-23T10:00:00+08:00');
  const tuesday = new Date('2026-11-24T10:00:00+08:00');
  const evening = new Date('2026-11-23T19:30:00+08:00');
  const reasons = (of: Partial<typeof order> & { when?: Person['free'][number] }, at: Date) =>
    suggestHelpers({ ...order, ...of }, [person('p', { hours, atWork: [], free: ['any'] })], at)[0]
      ?.reasons.map(({ reason }) => reason)
      .filter((reason) => reason.includes('free') || reason.includes('work'));

  test.each<[string, Person['free'][number], Date, string[]]>([
    ['at work this afternoon', 'today-afternoon', monday, ['free-on-saturday', 'at-work-then']],
    ['free this Monday evening', 'today-evening', monday, ['free-then']],
    ['neither on a Tuesday evening', 'today-evening', tuesday, ['free-on-saturday']],
    ['free on Saturday', 'saturday', tuesday, ['free-then']],
    ['asked in working hours for any time', 'any', monday, ['at-work-then']],
    ['asked after work for any time', 'any', evening, []],
  ])('%s', (_what, when, at, expected) => {
    expect(reasons({ when } as never, at)).toEqual(expected);
  });

  it('no longer keep anybody from what is urgent, and outweigh what was ticked before', () => {
    expect(reasons({ urgent: true } as never, monday)).toEqual(['free-on-saturday']);
  });
});

test('two of one name are told apart by the end of their numbers, and nobody else shows any of theirs', () => {
  const people = [
    { ...person('a', { name: '陆月华' }), phoneEnd: '5521' },
    { ...person('b', { name: '陆月华' }), phoneEnd: '0119' },
    { ...person('c'), phoneEnd: '7777' },
  ];
  const ends = (all: ReturnType<typeof suggestHelpers>) =>
    Object.fromEntries(all.map(suggestionView).map(({ memberId, phoneEnd }) => [memberId, phoneEnd]));
  expect(ends(suggestHelpers(order, people, now))).toEqual({ a: '5521', b: '0119', c: undefined });
  expect(ends(suggestTeamMembers(order, people, 'c', now))).toEqual({ a: '5521', b: '0119' });
});
