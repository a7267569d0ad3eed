import type { Enrolment } from '../../../cloudfunctions/core/enrolment/enrolment';
import { countsDifference, funnelOf } from '../../../cloudfunctions/core/enrolment/rules/counts';
import { tickWelcome } from '../../../cloudfunctions/core/enrolment/rules/welcome';
import { enrolmentChannels, enrolmentStates, welcomeItems } from '../../../miniprogram/contracts/enrolment';
import { enrolments } from '../../support/community/enrolments';

const [member] = enrolments as readonly [Enrolment];
const actor = { personId: 'p_leader', name: '郝文斌', hat: 'gridLeader', at: new Date(0) } as const;
const whole = Object.fromEntries(welcomeItems.map((item) => [item, actor]));

/** Paths of counts added up into what the community stores. */
function applied(counts: Map<string, number>, difference: Readonly<Record<string, number>>): void {
  for (const [path, by] of Object.entries(difference)) counts.set(path, (counts.get(path) ?? 0) + by);
}

const storedOf = (counts: Map<string, number>) => {
  const channels: Record<string, Record<string, number>> = {};
  for (const [path, count] of counts) {
    const [kind, channel, figure] = path.split('.');
    if (kind === 'channels') (channels[channel!] ??= {})[figure!] = count;
  }
  return { channels };
};

describe('the funnel', () => {
  it('S2-02 adds up after any history: each enrolment stands in one state of one channel', () => {
    const counts = new Map<string, number>();
    const people = new Map<string, Enrolment>();
    let seed = 7;
    const draw = <T>(list: readonly T[]): T => {
      seed = (seed * 48_271) % 2_147_483_647;
      return list[seed % list.length]!;
    };
    for (let step = 0; step < 2_000; step += 1) {
      const id = `p${String(draw([1, 2, 3, 4, 5, 6, 7, 8, 9]))}`;
      const before = people.get(id);
      const state = draw(enrolmentStates);
      const gridId = draw(['g1', 'g2']);
      const after: Enrolment = {
        ...member,
        _id: id,
        state,
        channel: before?.channel ?? draw(enrolmentChannels),
        grid: { ...member.grid, gridId },
        welcome: state === 'enrolled' && draw([true, false]) ? whole : {},
        serving: state === 'enrolled' && draw([true, false]),
      };
      applied(counts, countsDifference(before, after));
      people.set(id, after);
    }
    const { lines, total } = funnelOf(storedOf(counts), [{ channel: 'online' }]);
    const all = [...people.values()];
    const count = (fits: (one: Enrolment) => boolean) => all.filter(fits).length;
    expect(total).toEqual({
      asked: all.length,
      waiting: count(({ state }) => state === 'asked'),
      refused: count(({ state }) => state === 'refused'),
      enrolled: count(({ state }) => state === 'enrolled'),
      welcomed: count(({ welcome }) => Object.keys(welcome).length === 6),
      serving: count(({ serving }) => serving),
    });
    for (const line of lines) expect(line.asked).toBe(count(({ channel }) => channel === line.channel));
    const inGrids = ['g1', 'g2'].map((gridId) => counts.get(`grids.${gridId}`) ?? 0);
    expect(inGrids[0]! + inGrids[1]!).toBe(total.enrolled);
  });

  it('changes nothing where nothing changed', () => {
    expect(countsDifference(member, member)).toEqual({});
  });
});

describe('the six items', () => {
  it('S2-05 are exactly six, each done with a day and an actor, and none by itself', () => {
    expect(welcomeItems).toHaveLength(6);
    const ticked = tickWelcome(member, { item: 'preview', done: true }, actor, 'member');
    expect(ticked).toMatchObject({ ok: true, data: { welcome: { preview: actor, letter: member.welcome.letter } } });
    expect(ticked.ok && Object.keys(ticked.data.welcome)).toEqual(['letter', 'preview']);
  });

  it('need what makes them true: a duty its skills, a suggestion its order, the badge whoever hands it over', () => {
    const tick = (more: object) => tickWelcome(member, { item: 'letter', done: true, ...more }, actor, 'member');
    expect(tick({ item: 'duty' })).toMatchObject({ ok: false, field: 'skills' });
    expect(tick({ item: 'suggestion' })).toMatchObject({ ok: false, field: 'orderId' });
    expect(tick({ item: 'group', orderId: 'o1' })).toMatchObject({ ok: false, field: 'orderId' });
    expect(tick({ item: 'badge' })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(tick({ done: false })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  });

  it('keep their first day, and are taken back by the grid alone', () => {
    const later = { ...actor, at: new Date(9) };
    expect(tickWelcome(member, { item: 'letter', done: true }, later, 'member')).toMatchObject({
      data: { welcome: { letter: member.welcome.letter } },
    });
    expect(tickWelcome(member, { item: 'letter', done: false }, later, 'staff')).toMatchObject({
      data: { welcome: {} },
    });
    const waiting = { ...member, state: 'asked' as const };
    expect(tickWelcome(waiting, { item: 'preview', done: true }, later, 'staff')).toMatchObject({
      code: 'NOT_ENROLLED',
    });
  });
});
