import type { HelpCase } from '../../../cloudfunctions/core/help/help-case';
import type { HomeVisitPlan } from '../../../cloudfunctions/core/help/home-visit';
import { moved, moveFault } from '../../../cloudfunctions/core/help/rules/help-case';
import {
  homeVisitRows,
  isVisitDay,
  nextDueDay,
  visitorFault,
} from '../../../cloudfunctions/core/help/rules/home-visits';
import { helpLimits } from '../../../miniprogram/contracts/help';

const today = '2026-11-28';
const feng = { _id: 'feng', name: '冯秀珍', memberClass: 'committee' } as const;
const cheng = { _id: 'cheng', name: '程桂英', memberClass: 'special' } as const;
const lao = { _id: 'lao', name: '劳文秀', memberClass: 'special' } as const;
const plan: HomeVisitPlan = {
  _id: 'cheng',
  communityId: 'c',
  branchId: 'branch:c',
  name: '程桂英',
  visitor: { personId: 'feng', name: '冯秀珍' },
  lastDay: '2026-08-20',
  dueDay: '2026-11-18',
};

describe('S3-06 home visits', () => {
  it('come round a period after the last, and within a week at first', () => {
    expect(nextDueDay('2026-11-28', 90, today)).toBe('2027-02-26');
    expect(nextDueDay(null, 90, today)).toBe('2026-12-05');
  });

  it('are made by the committee class, and by nobody to themselves', () => {
    expect(visitorFault(feng, cheng)).toBeNull();
    expect(visitorFault(cheng, lao)).toBe('visitorId');
    expect(visitorFault(feng, feng)).toBe('visitorId');
    expect(visitorFault({ ...feng, leftAt: new Date(0) }, cheng)).toBe('visitorId');
    expect(visitorFault(feng, { ...cheng, leftAt: new Date(0) })).toBe('personId');
  });

  it('are written down within a quarter, and not before they were made', () => {
    expect(['2026-11-28', '2026-08-28', '2026-08-27', '2026-11-29'].map((day) => isVisitDay(day, today))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('are listed with nobody named first, then by the day', () => {
    const rows = homeVisitRows([cheng, feng, lao], [plan], { today, personId: 'feng' });
    expect(rows).toEqual([
      { personId: 'lao', name: '劳文秀', isLate: false, isMine: false },
      {
        ...{ personId: 'cheng', name: '程桂英', visitorName: '冯秀珍', dueDay: '2026-11-18', lastDay: '2026-08-20' },
        ...{ isLate: true, isMine: true },
      },
    ]);
  });

  it('go on for whoever changed class until they are ended, which is said, and not for whoever left', () => {
    const about = { today, personId: 'x' };
    const young = { ...cheng, memberClass: 'young' } as const;
    expect(homeVisitRows([young], [plan], about)).toMatchObject([{ personId: 'cheng', notSpecial: true }]);
    expect(homeVisitRows([{ ...cheng, leftAt: new Date(0) }], [plan], about)).toEqual([]);
  });
});

describe('a case of help', () => {
  const note = { at: new Date(0), by: { personId: 'feng', name: '冯秀珍' }, words: '去看过了' };
  const opened: HelpCase = {
    ...{ _id: 'hc1', communityId: 'c', branchId: 'branch:c', personId: 'cheng', name: '程桂英' },
    ...{ kind: 'hardship', words: '取暖', helper: note.by, openedAt: new Date(0), open: true },
    ...{ notes: [], version: 0, requests: [] },
  };

  it('takes notes and ends once, with what came of it', () => {
    const keepUntil = new Date(1000);
    const noted = { ...opened, ...moved(opened, 'note', { note, keepUntil }) };
    expect(noted).toMatchObject({ notes: [note], open: true, version: 1 });
    expect(noted.keepUntil).toBeUndefined();
    const closed = { ...noted, ...moved(noted, 'close', { note, keepUntil }) };
    expect(closed).toMatchObject({ notes: [note], outcome: note, open: false, keepUntil, version: 2 });
    expect(moveFault(closed, 'note', 2)).toBe('ALREADY_SETTLED');
  });

  it('refuses who saw an older one, and notes beyond their number, but can be ended then', () => {
    expect(moveFault(opened, 'note', 1)).toBe('STALE_VERSION');
    const full = { ...opened, notes: Array.from({ length: helpLimits.notes }, () => note) };
    expect(moveFault(full, 'note', 0)).toBe('CASE_FULL');
    expect(moveFault(full, 'close', 0)).toBeNull();
  });
});
