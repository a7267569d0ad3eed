import type { Database } from '../platform/database';
import { bookLines } from './entry';
import { passbooks, type Passbook } from './passbook';
import { conclude, walk, walkStart, type Verdict, type Walk } from './rules/verification';
import { sorted } from './view';

/** The most that one query gives (platform/database.ts). */
const linesAtOnce = 99;
/** A book of more lines than this is looked through no further: 40 years of two lines a week. */
const mostPages = 100;

/** Walks one book from its first line to its head and names the first line that is broken. */
export async function walkBook(database: Database, bookId: string, known?: Passbook): Promise<Verdict> {
  let at: Walk = walkStart;
  for (let page = 0; page < mostPages; page += 1) {
    const where = { bookId, sequence: { after: at.sequence } };
    const lines = await database.find(bookLines, { where, order: { sequence: 'up' }, limit: linesAtOnce });
    const { entries } = sorted(lines);
    const walked = walk(at, entries);
    if ('state' in walked) return walked;
    at = walked;
    if (lines.length < linesAtOnce || entries.length === 0) break;
  }
  return conclude(at, known ?? (await database.get(passbooks, bookId)) ?? null);
}
