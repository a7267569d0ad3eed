import { pointUnits, type PointUnit } from '../../../miniprogram/contracts/passbook';
import { passbooks, type Passbook } from '../passbook/passbook';
import type { Database, Question } from '../platform/database';
import { documentsAtOnce } from './source';

/** Behind which book of a community a page begins: unit and person. */
export interface HeadPosition {
  readonly unit: PointUnit;
  readonly personId: string;
}

/** Whose books: all of a community, or those that a branch keeps. */
export type Keeping = { readonly communityId: string } | { readonly branchId: string };

/**
 * The heads of books behind a position, unit by unit, page by page. The first read asks for all units at once, so that
 * few books cost one.
 */
export async function* headPages(
  database: Database,
  keeping: Keeping,
  behind?: HeadPosition,
): AsyncGenerator<readonly Passbook[]> {
  const first = behind ? pointUnits.indexOf(behind.unit) : 0;
  const units = pointUnits.slice(first);
  const asked = units.map((unit, index) => question(keeping, unit, index === 0 ? (behind?.personId ?? '') : ''));
  const answers = (await database.findTogether(passbooks, asked)) ?? [];
  for (const [index, unit] of units.entries()) {
    let page = answers[index] ?? [];
    while (page.length > 0) {
      yield page;
      const last = page.length === documentsAtOnce ? page.at(-1) : undefined;
      page = last ? await database.find(passbooks, question(keeping, unit, last.personId)) : [];
    }
  }
}

function question(keeping: Keeping, unit: PointUnit, after: string): Question<Passbook> {
  const where = { ...keeping, unit, personId: { gt: after } };
  return { of: passbooks, where, sort: { personId: 'asc' }, limit: documentsAtOnce };
}
