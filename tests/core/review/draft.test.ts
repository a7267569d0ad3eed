import fc from 'fast-check';
import type { Entry, Posting } from '../../../cloudfunctions/core/passbook/entry';
import { correctionOf, reversalOf } from '../../../cloudfunctions/core/passbook/rules/ledger';
import type { ReviewRow } from '../../../cloudfunctions/core/review/review';
import { draftRows, type DraftInput } from '../../../cloudfunctions/core/review/rules/draft';
import { monthAfter } from '../../../cloudfunctions/core/review/rules/review-day';
import { absencesOf, addSums, timesOf } from '../../../cloudfunctions/core/review/rules/sums';
import { yearOf } from '../../../cloudfunctions/core/review/rules/year';
import { reviewRowView } from '../../../cloudfunctions/core/review/view';
import { bookOf } from '../../support/books';
import { postingOf } from '../../functions/passbook/sample-books';

const day = (text: string): Date => new Date(`${text}T10:00:00+08:00`);
const service = (key: string, at: string, effective = at): Posting => ({
  ...postingOf('p', '某'),
  postingKey: `order:${key}:award`,
  at: day(at),
  effectiveAt: day(effective),
});
const member = { _id: 'p', name: '某', memberClass: 'young' as const };
type Frozen = DraftInput['frozen'];

function draft(month: string, lines: readonly Entry[], more: Partial<DraftInput> = {}): readonly ReviewRow[] {
  const review = { _id: `b:${month}`, communityId: 'qinghe', branchId: 'b', month };
  return draftRows({ review, isRunning: true, members: [member], lines, rows: [], frozen: [], ...more });
}
const addSumsOf = (months: readonly (readonly ReviewRow[])[]) => [addSums(months.map(([row]) => row!.sums))];
const freeze = (month: string, rows: readonly ReviewRow[]): Frozen[number] => ({ month, rows });

describe('what counts in a month', () => {
  it('is what happened in it, whenever it was written', () => {
    const { entries } = bookOf([service('a', '2026-10-31'), service('b', '2026-11-02', '2026-10-30')]);
    expect(draft('2026-10', entries)[0]!.sums.service).toMatchObject({ points: 10, times: 2, lateLines: 0 });
    expect(draft('2026-11', entries)[0]!.sums.service).toMatchObject({ points: 0, times: 0 });
  });

  it('is in the next month what was written after its own was frozen', () => {
    const { entries } = bookOf([service('a', '2026-10-31'), service('b', '2026-11-02', '2026-10-30')]);
    const october = draft('2026-10', entries.slice(0, 1));
    const november = draft('2026-11', entries, { frozen: [freeze('2026-10', october)] });
    expect(november[0]!.sums.service).toEqual({
      ...{ points: 0, times: 0, absences: 0, lateLines: 1, latePoints: 5 },
      ...{ lateTimes: 1, lateAbsences: 0 },
    });
    expect(october[0]!.through.service).toBe(1);
    const [year] = addSumsOf([october, november]);
    expect([timesOf(year!.service), absencesOf(year!.service)]).toEqual([2, 0]);
  });

  it('counts an absence that a correction puts in the place of a line, and its undo, and one that was late', () => {
    const there: Posting = {
      ...service('m', '2026-10-20'),
      ...{ postingKey: 'activity:m:p', unit: 'organization', cause: 'attended', countDelta: 1 },
    };
    const fact = { reason: '认错了人', by: '秦', byId: 'a', second: '白', secondId: 'b' };
    const { entries } = bookOf([there]);
    const undo = reversalOf(entries[0]!, fact, day('2026-10-25'));
    const right = { cause: 'absent', points: -2, rule: { id: 'attendance-young', version: 1 } } as const;
    const absent = correctionOf(entries[0]!, right, fact, day('2026-10-25'));
    const corrected = bookOf([there, undo, absent]).entries;
    expect(draft('2026-10', corrected)[0]!.sums.organization).toMatchObject({ points: -2, times: 0, absences: 1 });
    const back = reversalOf(corrected[2]!, fact, day('2026-10-26'));
    const undone = bookOf([there, undo, absent, back]).entries;
    expect(draft('2026-10', undone)[0]!.sums.organization).toMatchObject({ points: 0, times: 0, absences: 0 });
    const october = draft('2026-10', corrected.slice(0, 1));
    const november = draft('2026-11', corrected, { frozen: [freeze('2026-10', october)] });
    expect(november[0]!.sums.organization).toMatchObject({ absences: 0, lateTimes: -1, lateAbsences: 1 });
    const scoring = [{ source: 'absence', weight: -100 }] as const;
    expect(draft('2026-11', corrected, { scoring, frozen: [freeze('2026-10', october)] })[0]!.score).toBe(-1);
  });

  it('takes an undo into the month of the line that it undoes, and no balance from paper', () => {
    const paper: Posting = {
      ...service('x', '2026-10-03', '2026-10-02'),
      postingKey: 'grant:opening:p',
      cause: 'opening',
    };
    const { entries } = bookOf([service('a', '2026-10-20'), paper]);
    const undo = { reason: '认错了人', by: '秦', byId: 'a', second: '白', secondId: 'b' };
    const reversal = reversalOf(entries[0]!, undo, day('2026-10-25'));
    const book = bookOf([service('a', '2026-10-20'), paper, reversal]);
    expect(draft('2026-10', book.entries)[0]!.sums.service).toMatchObject({ points: 0, times: 0 });
  });
});

describe('who is in a month', () => {
  const gone: ReviewRow = { ...draft('2026-10', [])[0]!, personId: 'gone', name: '走了', nameKey: '走了:gone' };

  it('keeps who left in it, and their class of then once it is over', () => {
    const rows = draft('2026-10', [], { rows: [gone, ...draft('2026-10', [])] });
    expect(rows.map(({ personId }) => personId).sort()).toEqual(['gone', 'p']);
    const grown = { ...member, memberClass: 'committee' as const };
    const later = draft('2026-10', [], { rows, isRunning: false, members: [grown, { _id: 'new', name: '新' }] });
    expect(later.map(({ personId, memberClass }) => [personId, memberClass]).sort()).toEqual([
      ['gone', 'young'],
      ['p', 'young'],
    ]);
    expect(draft('2026-10', [], { rows, members: [grown] }).find(({ personId }) => personId === 'p')).toMatchObject({
      memberClass: 'committee',
    });
  });

  it('is whoever has a line in it, as the line says it', () => {
    const { entries } = bookOf([{ ...service('a', '2026-10-20'), memberClass: 'senior' }]);
    const [row] = draft('2026-10', entries, { isRunning: false, members: [] });
    expect(row).toMatchObject({ personId: 'p', memberClass: 'senior' });
  });
});

test('each line counts once, whatever is frozen when', () => {
  const steps = fc.array(
    fc.record({ gap: fc.integer({ min: 0, max: 20 }), late: fc.integer({ min: 0, max: 30 }), freeze: fc.boolean() }),
    { minLength: 1, maxLength: 30 },
  );
  const dayAt = (days: number) => new Date(day('2026-01-03').getTime() + days * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(steps, (history) => {
      let at = 0;
      const postings = history.map(({ gap, late }, index) => {
        at += gap;
        return service(String(index), dayAt(at), dayAt(Math.max(0, at - late)));
      });
      const { entries } = bookOf(postings);
      const frozen: Frozen[number][] = [];
      let written = 0;
      for (const [index, step] of history.entries()) {
        written = index + 1;
        if (!step.freeze) continue;
        const month = monthAfter('2026-01', frozen.length);
        frozen.push(freeze(month, draft(month, entries.slice(0, written), { frozen })));
      }
      const last = monthAfter('2026-01', 24);
      const open: (readonly ReviewRow[])[] = [];
      for (let month = monthAfter('2026-01', frozen.length); month <= last; month = monthAfter(month, 1))
        open.push(draft(month, entries, { frozen }));
      const all = [...frozen.map(({ rows }) => rows), ...open].flatMap((rows) => rows.map(({ sums }) => sums));
      const { points, latePoints } = addSums(all).service;
      expect(points + latePoints).toBe(5 * entries.length);
    }),
    { numRuns: 300 },
  );
});

test('S2-21 a year has twelve months, and says which of them are missing', () => {
  const { entries } = bookOf([service('a', '2026-10-20')]);
  const year = yearOf({
    person: { personId: 'p', name: '某' },
    year: 2026,
    thisMonth: '2026-11',
    reviews: [
      { _id: 'b:2026-10', month: '2026-10', state: 'confirmed' },
      { _id: 'b:2026-11', month: '2026-11', state: 'gathering' },
    ],
    rows: draft('2026-10', entries),
    view: reviewRowView,
  });
  expect(year.months).toHaveLength(12);
  expect(year.months.map(({ state }) => state)).toEqual([
    ...Array<string>(9).fill('missing'),
    'confirmed',
    'gathering',
    'ahead',
  ]);
  expect(year.missing).toHaveLength(9);
  expect(year.sums.service).toMatchObject({ points: 5, times: 1 });
});
