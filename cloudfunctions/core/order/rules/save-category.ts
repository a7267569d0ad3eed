import { fixedCategories, type Category } from '../../../../miniprogram/contracts/category';
import type { Result } from '../../platform/result';
import { maxCategories, maxOffered } from './categories';

/** A list after one category was changed or added, and what it was before. */
export interface SavedCategory {
  readonly categories: readonly Category[];
  readonly from: Category | null;
  readonly to: Category;
}

/**
 * A list of categories with one changed, or added at its end but for what fits nothing. None is ever taken out: orders
 * that have it go on to say what it is. Refusals: `INVALID_INPUT` (a name that another offered one has; a category that
 * the product itself makes, retired), `LIST_FULL`. Pure.
 */
export function saveCategory(before: readonly Category[], to: Category): Result<SavedCategory> {
  const from = before.find(({ key }) => key === to.key) ?? null;
  if (to.retired && fixedCategories.includes(to.key)) return refusal('retired');
  const others = before.filter(({ key }) => key !== to.key);
  const offered = others.filter(({ retired }) => !retired);
  if (!to.retired && offered.some(({ name }) => name === to.name)) return refusal('name');
  if ((!to.retired && offered.length >= maxOffered) || others.length >= maxCategories)
    return { ok: false, code: 'LIST_FULL' };
  const categories = from ? before.map((one) => (one.key === to.key ? to : one)) : withAdded(before, to);
  return { ok: true, data: { categories, from, to } };
}

function refusal(key: string): Result<never> {
  return { ok: false, code: 'INVALID_INPUT', field: `category.${key}` };
}

function withAdded(before: readonly Category[], added: Category): readonly Category[] {
  const isLast = before.at(-1)?.key === 'other';
  return isLast ? [...before.slice(0, -1), added, ...before.slice(-1)] : [...before, added];
}
