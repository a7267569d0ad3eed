import type { CategoriesView, Category } from '../../../miniprogram/contracts/category';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection, type Database } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** A category that was changed or added: a line of the audit beside the settings that were changed. */
export interface CategoryAuditLine {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'category';
  /** Null where it was added. */
  readonly from: Category | null;
  readonly to: Category;
  /** The version of the policy that it began with. */
  readonly version: number;
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  readonly reason: string;
  readonly request: RequestRecord;
  /** Its own `_id`: it takes nothing of a day. */
  readonly slot: string;
}

export const categoryAudit = collection<CategoryAuditLine>('audit');

/** As many changes as are shown. */
const shownChanges = 20;

/** The latest changes of a community's categories, the newest first. One read. */
export function readCategoryChanges(database: Database, communityId: string): Promise<readonly CategoryAuditLine[]> {
  return database.find(categoryAudit, {
    where: { communityId, kind: 'category' },
    sort: { timeKey: 'desc' },
    limit: shownChanges,
  });
}

export function categoriesView(
  categories: readonly Category[],
  changes: readonly CategoryAuditLine[],
  mine: boolean,
): CategoriesView {
  return {
    categories,
    changes: changes.slice(0, shownChanges).map(({ from, to, at, by, reason }) => ({
      key: to.key,
      ...(from && { from }),
      to,
      at: at.toISOString(),
      name: by.name,
      reason,
    })),
    mine,
  };
}
