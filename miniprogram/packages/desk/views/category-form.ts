/** What orders can be about as the page draws it, and one as it is submitted. */
import type { Input } from '../../../contracts/api';
import { fixedCategories, type CategoriesView, type Category, type CategoryPromise } from '../../../contracts/category';
import type { Skill } from '../../../contracts/skill';
import { categoryChange, categoryLine, categoryProblems } from '../text/categories';

export interface CategoryRow {
  readonly key: string;
  readonly name: string;
  readonly line: string;
}

/** A category as somebody changes it. */
export interface CategoryForm {
  /** '' for a new one. */
  readonly key: string;
  readonly name: string;
  /** '' where anybody can. */
  readonly skill: Skill | '';
  readonly kind: Category['kind'];
  readonly privacy: Category['privacy'];
  readonly emergency: boolean;
  readonly retired: boolean;
  readonly mayRetire: boolean;
  /** A paper a line. */
  readonly papers: string;
  readonly dispatchHours: string;
  readonly acceptHours: string;
  readonly completeDays: string;
}

export const noCategoryForm: CategoryForm = {
  key: '',
  name: '',
  skill: '',
  kind: 'service',
  privacy: 'open',
  emergency: false,
  retired: false,
  mayRetire: false,
  papers: '',
  dispatchHours: '',
  acceptHours: '',
  completeDays: '',
};

/** Offered ones first, and what was changed, the newest first. */
export function categoryRows({ categories, changes }: CategoriesView): {
  readonly rows: readonly CategoryRow[];
  readonly past: readonly string[];
} {
  const offered = categories.filter(({ retired }) => !retired);
  const retired = categories.filter((one) => one.retired);
  return {
    rows: [...offered, ...retired].map((one) => ({ key: one.key, name: one.name, line: categoryLine(one) })),
    past: changes.map(categoryChange),
  };
}

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function categoryForm({ key, name, skill, kind, privacy, emergency, ...more }: Category): CategoryForm {
  const { checklist, retired = false, promise = {} } = more;
  return {
    ...{ key, name, kind, privacy, emergency, retired },
    skill: skill ?? '',
    mayRetire: !fixedCategories.includes(key),
    papers: checklist.join('\n'),
    dispatchHours: typed(promise.dispatchWithinHours),
    acceptHours: typed(promise.acceptWithinHours),
    completeDays: typed(promise.completeWithinDays),
  };
}

type CategoryInput = Input<'policy.saveCategory'>['category'];

/** What is to be saved, or the sentence that says what is missing. */
export function categoryInput(form: CategoryForm): { readonly input: CategoryInput } | { readonly problem: string } {
  const { key, name, skill, kind, privacy, emergency, retired, papers } = form;
  const checklist = papers.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const promise = promiseOf(form);
  if (name.trim() === '' || Array.from(name.trim()).length > 8) return { problem: categoryProblems.name };
  if (checklist.length > 10 || checklist.some((paper) => Array.from(paper).length > 20))
    return { problem: categoryProblems.papers };
  if (promise === undefined) return { problem: categoryProblems.promise };
  return {
    input: {
      ...(key !== '' && { key }),
      ...{ name: name.trim(), kind, privacy, emergency, checklist },
      skill: skill === '' ? null : skill,
      ...(retired && { retired }),
      ...(Object.keys(promise).length > 0 && { promise }),
    },
  };
}

/** Undefined where something is no such number. */
function promiseOf({ dispatchHours, acceptHours, completeDays }: CategoryForm): CategoryPromise | undefined {
  const [dispatch, accept, complete] = [dispatchHours, acceptHours, completeDays].map((one) => one.trim());
  const isHours = (value = ''): boolean => value === '' || (Number(value) >= 0.25 && Number(value) <= 720);
  const isDays = (value = ''): boolean =>
    value === '' || (Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= 90);
  if (!isHours(dispatch) || !isHours(accept) || !isDays(complete)) return undefined;
  return {
    ...(dispatch && { dispatchWithinHours: Number(dispatch) }),
    ...(accept && { acceptWithinHours: Number(accept) }),
    ...(complete && { completeWithinDays: Number(complete) }),
  };
}
