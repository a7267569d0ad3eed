import type { Row } from './tally';

interface Budget {
  readonly reads: number;
  readonly writes: number;
  /** People who are told of it after the commit: one read for all, one write each. */
  readonly told?: number;
  /** Its page fills as history grows: it looks at no more than a full page, however much there is. */
  readonly fills?: true;
}

const look = { reads: 2, writes: 0 } as const;
const move = { reads: 2, writes: 1 } as const;
/** Writes beside orders ask whether their requestId moved an order, and note it in the login (docs/adr/0004-one-conditional-write.md). */
const toLogin = { reads: 2, writes: 1 } as const;
const noted = { reads: 3, writes: 2 } as const;

/**
 * What each call may cost, counted in database requests. Not listed: `passbook.verify` and `passbook.audit` walk whole books
 * (a read for each 99 lines), `activity.close` posts to everybody who was expected.
 */
export const budgets: Readonly<Record<string, Budget>> = {
  'person.home (resident)': { reads: 3, writes: 0 },
  'person.home (grid)': { reads: 3, writes: 0 },
  'person.home (member)': { reads: 3, writes: 0 },
  'person.home (desk)': { reads: 3, writes: 0 },
  'person.home (branch desk)': { reads: 3, writes: 0 },
  'person.home (branch)': { reads: 3, writes: 0 },
  'person.home (visitor)': { reads: 1, writes: 0 },
  'card.open': { reads: 1, writes: 0 },
  'person.session': { reads: 1, writes: 0 },
  'order.mine (open)': look,
  'order.mine (closed)': { ...look, fills: true },
  'order.open': look,
  'order.similar': look,
  'order.queue (waiting)': look,
  'order.queue (due)': look,
  'order.queue (callback)': look,
  'order.queue (open)': look,
  'order.offers (open)': look,
  'order.offers (closed)': { ...look, fills: true },
  'order.wishes': look,
  'order.desk (overdue)': { reads: 3, writes: 0 },
  'order.desk (returned)': { reads: 3, writes: 0 },
  'order.desk (reopened)': { reads: 3, writes: 0 },
  'order.suggest': { reads: 3, writes: 0 },
  'message.inbox': look,
  'person.reveals': look,
  'place.under': look,
  'card.list': look,
  'passbook.open (service)': { ...look, fills: true },
  'passbook.open (organization)': { ...look, fills: true },
  'passbook.open (of another)': { ...look, fills: true },
  'passbook.people': look,
  'passbook.reversals': look,
  'activity.list': look,
  'activity.open': look,
  'order.create': { ...move, told: 1 },
  'order.join': move,
  'order.reveal': noted,
  'order.dispatch': { ...move, told: 3 },
  'order.accept': { ...move, told: 2 },
  'order.decline': { ...move, told: 1 },
  'order.release': { ...move, told: 2 },
  'order.complete': { ...move, told: 1 },
  'order.reopen': { ...move, told: 2 },
  'order.cancel': { ...move, told: 2 },
  'order.remind': { ...move, told: 1 },
  'order.refuse': { ...move, told: 1 },
  'order.transfer': { ...move, told: 1 },
  'order.merge': { ...move, told: 1 },
  'order.confirm': { reads: 3, writes: 3, told: 2 },
  'person.wear': toLogin,
  'person.settings': toLogin,
  'activity.create': { reads: 4, writes: 2 },
  'activity.mark': noted,
  /** Each is a transaction over the line, its mark and its case, with the numbers that hang on it; those who keep the books are looked up and told. */
  'passbook.contest': { reads: 6, writes: 5, told: 1 },
  'passbook.propose': { reads: 6, writes: 4, told: 1 },
  'passbook.keep': { reads: 5, writes: 5, told: 1 },
  'passbook.sign': { reads: 6, writes: 7, told: 1 },
};

/** Whole books and whole branches: counted by their lines and people, not by call. */
export const unbounded: readonly string[] = ['passbook.verify', 'passbook.audit', 'activity.close (43 people)'];

const fullPage = 44;
const replyBytes = 64 * 1024;

/** What a call did beyond its budget; empty when it held. */
export function overspent(row: Row): string[] {
  const budget = budgets[row.label];
  if (budget === undefined) return unbounded.includes(row.label) ? [] : [`${row.label} has no budget`];
  const told = budget.told ?? 0;
  const limits = {
    reads: budget.reads + (told > 0 ? 1 : 0),
    writes: budget.writes + told,
    examined: 2 * row.returned + 2,
    replyBytes,
  };
  return (['reads', 'writes', 'examined', 'replyBytes'] as const).flatMap((count) =>
    row[count] > limits[count] ? [`${row.label}: ${count} ${row[count]} > ${limits[count]}`] : [],
  );
}

/** Where more history makes a call look at more documents. */
export function growth(little: readonly Row[], much: readonly Row[]): string[] {
  return much.flatMap((row) => {
    const before = little.find(({ label }) => label === row.label);
    if (before === undefined || unbounded.includes(row.label)) return [];
    const most = budgets[row.label]?.fills ? Math.max(before.examined, fullPage) : before.examined;
    return row.examined > most ? [`${row.label}: examined ${before.examined} → ${row.examined}`] : [];
  });
}
