import { reviewUnits } from '../../../miniprogram/contracts/review';
import { bookLines, type Entry } from '../passbook/entry';
import { lateDays } from '../passbook/rules/effective';
import { branchIdOf } from '../place/branch';
import type { Services } from '../platform/context';
import type { Database, Query } from '../platform/database';
import { behindLine } from '../platform/page';
import type { ReviewedBranch } from './branches';
import { endOfMonth, monthAfter, startOfMonth } from './rules/review-day';

const linesAtOnce = 99;
const dayMs = 86_400_000;

/** Lines as they were at a moment. */
interface ReadLines {
  readonly readAt: Date;
  readonly lines: readonly Entry[];
}

/**
 * The lines of a community, of which each of its branches takes its own: read once for all branches that are drafted
 * one after another, and dropped with the next community. One read for 99 lines of a unit.
 */
export class ReviewedLines {
  private communityId = '';
  private readonly months = new Map<string, ReadLines>();

  constructor(private readonly services: Pick<Services, 'database' | 'clock'>) {}

  /**
   * All lines of a branch that may count in a month: written in it, up to so long after it as a line may count earlier,
   * and in the month before, where a posting may have ended after that one was frozen.
   */
  async of({ branchId, communityId }: ReviewedBranch, month: string): Promise<ReadLines> {
    if (communityId !== this.communityId) this.months.clear();
    this.communityId = communityId;
    const { readAt, lines } = this.months.get(month) ?? (await this.read(communityId, month));
    return { readAt, lines: lines.filter((line) => (line.branchId ?? branchIdOf(communityId)) === branchId) };
  }

  private async read(communityId: string, month: string): Promise<ReadLines> {
    const { database, clock } = this.services;
    const readAt = clock.now();
    const from = startOfMonth(monthAfter(month, -1));
    const until = new Date(endOfMonth(month).getTime() + (lateDays + 1) * dayMs);
    const lines = [];
    for (const unit of reviewUnits) lines.push(...(await readSpan(database, { communityId, unit, from, until })));
    this.months.set(month, { readAt, lines });
    return { readAt, lines };
  }
}

async function readSpan(database: Database, span: Span): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await database.find(bookLines, { ...pageOf(span, cursor), limit: linesAtOnce });
    found.push(...page.filter((line) => line.kind === 'entry'));
    if (page.length < linesAtOnce) return found;
    cursor = cursorOf(page.at(-1));
  }
}

interface Span {
  readonly communityId: string;
  readonly unit: string;
  readonly from: Date;
  readonly until: Date;
}

function pageOf({ communityId, unit, from, until }: Span, cursor: string | undefined): Omit<Query, 'limit'> {
  const { where, ...rest } = behindLine({ communityId, unit }, 'at', cursor, (text) => new Date(text));
  const at = cursor === undefined ? from : new Date(cursor.slice(0, cursor.indexOf('>')));
  return { ...rest, where: { ...where, at: { gte: at, lt: until } } };
}

function cursorOf(line: { readonly _id: string; readonly at?: unknown } | undefined): string | undefined {
  return line?.at instanceof Date ? `${line.at.toISOString()}>${line._id}` : undefined;
}
