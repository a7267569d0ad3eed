import type { Row } from './measurements';

interface Budget {
  readonly reads: number;
  readonly writes: number;
  /** People who are told of it after the commit: one read for all, one write each. */
  readonly recipients?: number;
  /** Its page fills as history grows: it looks at no more than a full page, however much there is. */
  readonly fills?: true;
}

const oneList = { reads: 2, writes: 0 } as const;
const oneMove = { reads: 2, writes: 1 } as const;
/**
 * Writes beside orders ask whether their requestId moved an order, and note it in the login
 * (docs/adr/0004-one-conditional-write.md).
 */
const inLogin = { reads: 2, writes: 1 } as const;
const notedInLogin = { reads: 3, writes: 2 } as const;

/**
 * What each call may cost, counted in database requests. Not listed: `passbook.verify` and `passbook.audit` walk whole
 * books (a read for each 99 lines), `activity.close` posts to everybody who was expected.
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
  'order.listMine (open)': oneList,
  'order.listMine (closed)': { ...oneList, fills: true },
  'order.get': oneList,
  'order.findSimilar': oneList,
  'order.listQueue (waiting)': oneList,
  'order.listQueue (due)': oneList,
  'order.listQueue (callback)': oneList,
  'order.listQueue (inProgress)': oneList,
  'order.listOffers (open)': oneList,
  'order.listOffers (closed)': { ...oneList, fills: true },
  'order.listWishes': oneList,
  'order.getDesk (overdue)': { reads: 3, writes: 0 },
  'order.getDesk (returned)': { reads: 3, writes: 0 },
  'order.getDesk (reopened)': { reads: 3, writes: 0 },
  'order.suggest': { reads: 3, writes: 0 },
  'message.list': oneList,
  'person.listReveals': oneList,
  'place.listChildren': oneList,
  'card.list': oneList,
  'passbook.get (service)': { ...oneList, fills: true },
  'passbook.get (organization)': { ...oneList, fills: true },
  'passbook.get (of another)': { ...oneList, fills: true },
  'passbook.list': oneList,
  'passbook.listReversals': oneList,
  'activity.list': oneList,
  'activity.get': oneList,
  'order.create': { ...oneMove, recipients: 1 },
  'order.join': oneMove,
  'order.revealPhone': notedInLogin,
  'order.dispatch': { ...oneMove, recipients: 3 },
  'order.accept': { ...oneMove, recipients: 2 },
  'order.decline': { ...oneMove, recipients: 1 },
  'order.release': { ...oneMove, recipients: 2 },
  'order.complete': { ...oneMove, recipients: 1 },
  'order.reopen': { ...oneMove, recipients: 2 },
  'order.cancel': { ...oneMove, recipients: 2 },
  'order.remind': { ...oneMove, recipients: 1 },
  'order.refuse': { ...oneMove, recipients: 1 },
  'order.transfer': { ...oneMove, recipients: 1 },
  'order.merge': { ...oneMove, recipients: 1 },
  'order.confirm': { reads: 3, writes: 3, recipients: 2 },
  'person.switchHat': inLogin,
  'person.saveSettings': inLogin,
  'activity.create': { reads: 4, writes: 2 },
  'activity.mark': notedInLogin,
  /**
   * Each is a transaction over the line, its mark and its case, with the numbers that hang on it; those who keep the
   * books are looked up and told.
   */
  'passbook.contest': { reads: 6, writes: 5, recipients: 1 },
  'passbook.proposeReversal': { reads: 6, writes: 4, recipients: 1 },
  'passbook.uphold': { reads: 5, writes: 5, recipients: 1 },
  'passbook.signReversal': { reads: 6, writes: 7, recipients: 1 },
};

/** Whole books and whole branches: counted by their lines and people, not by call. */
export const unbounded: readonly string[] = ['passbook.verify', 'passbook.audit', 'activity.close (43 people)'];

const fullPage = 44;
const replyBytes = 64 * 1024;

/** What a call did beyond its budget; empty when it held. */
export function overBudget(row: Row): string[] {
  const budget = budgets[row.label];
  if (budget === undefined) return unbounded.includes(row.label) ? [] : [`${row.label} has no budget`];
  const recipients = budget.recipients ?? 0;
  const limits = {
    reads: budget.reads + (recipients > 0 ? 1 : 0),
    writes: budget.writes + recipients,
    examined: 2 * row.returned + 2,
    replyBytes,
  };
  return (['reads', 'writes', 'examined', 'replyBytes'] as const).flatMap((count) =>
    row[count] > limits[count] ? [`${row.label}: ${count} ${row[count]} > ${limits[count]}`] : [],
  );
}

/** Where more history makes a call look at more documents. */
export function growthFaults(little: readonly Row[], much: readonly Row[]): string[] {
  return much.flatMap((row) => {
    const before = little.find(({ label }) => label === row.label);
    if (before === undefined || unbounded.includes(row.label)) return [];
    const most = budgets[row.label]?.fills ? Math.max(before.examined, fullPage) : before.examined;
    return row.examined > most ? [`${row.label}: examined ${before.examined} → ${row.examined}`] : [];
  });
}
