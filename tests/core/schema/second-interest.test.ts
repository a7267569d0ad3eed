import { migrateDocument, partedFrom } from '../../../cloudfunctions/core/platform/migration';
import { collectionForms } from '../../../cloudfunctions/core/schema';

const migrated = (name: string, document: { _id: string } & Record<string, unknown>) => {
  const form = collectionForms.find((one) => one.name === name);
  if (!form) throw new Error(`No form of ${name}`);
  return migrateDocument(document, form);
};

const at = new Date('2026-11-22T02:00:00Z');

describe('what older code wrote', () => {
  it('an order learns from its trail who had a hand in it, and what caps a pair', () => {
    const line = (action: string, personId?: string) => ({ action, by: personId === undefined ? null : { personId } });
    const trail = [
      line('create', 'worker'),
      line('warn'),
      line('dispatch', 'worker'),
      line('remind', 'leader'),
      line('accept', 'captain'),
      line('complete', 'member'),
    ];
    const order = migrated('orders', { _id: 'o1', trail, terms: { silenceDays: 7 }, award: null });
    expect(order).toMatchObject({
      handlerIds: ['worker', 'captain', 'member'],
      terms: { silenceDays: 7, pairCaps: { confirmed: 8, called: 4 } },
      trail,
    });
  });

  it('a policy, in a community and in each version of it, caps pairs', () => {
    const policy = { order: { silenceDays: 7 }, activity: { attendance: [] } };
    const capped = {
      order: { silenceDays: 7, pairCaps: { confirmed: 8, called: 4 } },
      activity: { attendance: [], pairCap: 8 },
    };
    expect(migrated('communities', { _id: 'c', policy, form: 2 })['policy']).toMatchObject(capped);
    expect(migrated('policies', { _id: 'c:1', policy })['policy']).toMatchObject(capped);
    const own = { ...capped, order: { pairCaps: { confirmed: 1, called: 1 } } };
    expect(migrated('policies', { _id: 'c:1', policy: own })['policy']).toMatchObject(own);
  });

  it('a closed activity stays closed, an open one waits for two people, and both belong to a branch', () => {
    const closed = migrated('activities', { _id: 'a1', communityId: 'c', state: 'closed', version: 2 });
    expect(closed).toMatchObject({ state: 'closed', branchId: 'branch:c', signature: null, closing: null, pairCap: 8 });
  });

  it('the people of an activity part from it, and it keeps how many they were', () => {
    const people = [
      { personId: 'p1', name: '李建国', memberClass: 'young', state: 'present', role: 'organiser', points: 6 },
      { personId: 'p2', name: '王秀英', memberClass: null, state: 'absent', role: null, points: null },
    ];
    const before = { communityId: 'c', startKey: 'k', state: 'closed', closedAt: at, people, unposted: true };
    const activity = { _id: 'a1', ...before };
    const after = migrated('activities', activity);
    expect(after).toMatchObject({
      counts: { expected: 2, present: 1, excused: 0 },
      leaders: { organiserId: 'p1' },
      unfinished: { work: 'posting', since: at },
      call: 1,
    });
    expect([after['people'], after['unposted']]).toEqual([undefined, undefined]);
    const form = collectionForms.find(({ name }) => name === 'activities');
    const [parted] = form ? partedFrom(activity, form) : [];
    expect(parted).toMatchObject({
      into: 'attendances',
      documents: [
        { _id: 'a1:p1', activityId: 'a1', startKey: 'k', order: 0, role: 'organiser', state: 'present', mark: null },
        { _id: 'a1:p2', order: 1, memberClass: null, state: 'absent' },
      ],
    });
    expect(form && partedFrom({ ...activity, form: 3 }, form)).toEqual([]);
  });

  it('what is to be settled about a line is the branch’s', () => {
    expect(migrated('reversals', { _id: 'r', communityId: 'c' })).toMatchObject({ branchId: 'branch:c' });
  });

  it('members and books belong to a branch, and nobody else does', () => {
    const branchOf = (kinds: readonly string[]) =>
      migrated('people', { _id: 'p', communityId: 'c', kinds, form: 2 })['branchId'];
    expect([branchOf(['resident', 'branchMember']), branchOf(['serviceMember']), branchOf(['resident'])]).toEqual([
      'branch:c',
      'branch:c',
      undefined,
    ]);
    expect(migrated('passbooks', { _id: 'p:service', communityId: 'c' })).toMatchObject({ branchId: 'branch:c' });
  });

  it('months begin with nothing entered by staff, and all of them are counted anew', () => {
    expect(migrated('tallies', { _id: 'c', months: [{ month: '2026-10', created: 3 }] })['months']).toMatchObject([
      { month: '2026-10', created: 3, enteredByStaff: 0, confirmedByCall: 0 },
    ]);
    const counting = migrated('runs', { _id: 'counting', cursor: null });
    expect(counting).toMatchObject({ cursor: '1970-01-01T00:00:00.000Z' });
    expect(migrated('runs', { _id: 'reconcile', cursor: null })).toMatchObject({ cursor: null });
  });
});
