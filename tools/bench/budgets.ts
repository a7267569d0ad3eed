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
  'home.get (resident)': { reads: 3, writes: 0 },
  'home.get (grid)': { reads: 3, writes: 0 },
  'home.get (member)': { reads: 3, writes: 0 },
  'home.get (desk)': { reads: 3, writes: 0 },
  'home.get (branch desk)': { reads: 3, writes: 0 },
  'home.get (branch)': { reads: 3, writes: 0 },
  'home.get (visitor)': { reads: 1, writes: 0 },
  'card.get': { reads: 1, writes: 0 },
  'person.getSession': { reads: 1, writes: 0 },
  'order.listMine (open)': look,
  'order.listMine (closed)': { ...look, fills: true },
  'order.get': look,
  'order.findSimilar': look,
  'order.listQueue (waiting)': look,
  'order.listQueue (due)': look,
  'order.listQueue (callback)': look,
  'order.listQueue (inProgress)': look,
  'order.listOffers (open)': look,
  'order.listOffers (closed)': { ...look, fills: true },
  'order.listWishes': look,
  'order.getDesk (overdue)': { reads: 3, writes: 0 },
  'order.getDesk (returned)': { reads: 3, writes: 0 },
  'order.getDesk (reopened)': { reads: 3, writes: 0 },
  'order.suggest': { reads: 3, writes: 0 },
  'message.list': look,
  'person.listReveals': look,
  'place.listChildren': look,
  'card.list': look,
  'passbook.get (service)': { ...look, fills: true },
  'passbook.get (organization)': { ...look, fills: true },
  'passbook.get (of another)': { ...look, fills: true },
  'passbook.list': look,
  'passbook.listReversals': look,
  'activity.list': look,
  'activity.get': look,
  'order.create': { ...move, told: 1 },
  'order.join': move,
  'order.revealPhone': noted,
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
  'person.switchHat': toLogin,
  'person.saveSettings': toLogin,
  'activity.create': { reads: 4, writes: 2 },
  'activity.mark': noted,
  /** Each is a transaction over the line, its mark and its case, with the numbers that hang on it; those who keep the books are looked up and told. */
  'passbook.contest': { reads: 6, writes: 5, told: 1 },
  'passbook.proposeReversal': { reads: 6, writes: 4, told: 1 },
  'passbook.uphold': { reads: 5, writes: 5, told: 1 },
  'passbook.signReversal': { reads: 6, writes: 7, told: 1 },
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
