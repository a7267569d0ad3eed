import type { Enrolment } from '../../../cloudfunctions/core/enrolment/enrolment';
import { presenceOf } from '../../../cloudfunctions/core/enrolment/rules/presence';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { enrolments } from '../../support/community/enrolments';

const [member] = enrolments as readonly [Enrolment];
const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const actor = { personId: 'p_leader', name: '郝文斌', hat: 'gridLeader' } as const;
const enrolled: Enrolment = {
  ...member,
  state: 'enrolled',
  decision: { ...actor, at: at('2025-03-20'), reason: null },
  welcome: { badge: { ...actor, at: at('2025-04-01') } },
};
const book = { count: 9, year: 2025, countThisYear: 4, balance: 18, contested: 1, updatedAt: at('2025-12-20') };
const sources = { enrolment: enrolled, person: undefined, service: undefined, organization: undefined, year: 2026 };

describe('the five parts of a member', () => {
  it('S2-01 begin with nothing but the enrolment', () => {
    expect(presenceOf(sources)).toMatchObject({
      enrolled: { welcomed: 1, byName: '郝文斌' },
      shown: { identityAt: at('2025-04-01').toISOString() },
      learning: { thisYear: 0, ever: 0 },
      service: { thisYear: 0, ever: 0 },
      management: { points: 0, contested: 0, isCaptain: false },
    });
    expect(presenceOf(sources)?.shown).not.toHaveProperty('deedAt');
  });

  it('count nothing of last year as of this one', () => {
    const view = presenceOf({ ...sources, service: book as Passbook });
    expect(view?.service).toEqual({ thisYear: 0, ever: 9, lastAt: at('2025-12-20').toISOString() });
    expect(view?.management).toMatchObject({ points: 18, contested: 1 });
    expect(presenceOf({ ...sources, service: book as Passbook, year: 2025 })?.service.thisYear).toBe(4);
  });

  it('take the sign at the door for the badge where it hangs before', () => {
    const centre = { agreedAt: at('2025-03-25'), home: enrolled.grid };
    const view = presenceOf({ ...sources, enrolment: { ...enrolled, centre } });
    expect(view?.shown.identityAt).toBe(at('2025-03-25').toISOString());
  });

  it('are nothing of somebody who only asked', () => {
    expect(presenceOf({ ...sources, enrolment: { ...enrolled, state: 'asked', decision: null } })).toBeUndefined();
  });
});
