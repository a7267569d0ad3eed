import {
  defaultCategoryKeys,
  defaultCategoryTraits,
  type Category,
  type DefaultCategory,
} from '../../../../miniprogram/contracts/category';
import { memberSkills, type Skill } from '../../../../miniprogram/contracts/skill';
import { categoryNames, checklists } from '../text/categories';

/** What a community decided about categories; absent where it decided nothing. */
export interface CategoryPolicy {
  readonly categories?: readonly Category[];
}

/** So many are offered at most, and so many kept, those that take no new orders included. */
export const maxOffered = 20;
export const maxCategories = 60;

const papers: Readonly<Partial<Record<DefaultCategory, Pick<Category, 'checklist'> & Partial<Category>>>> = {
  schooling: { checklist: checklists.schooling },
  birth: { checklist: checklists.birth },
  'birth-registration': { checklist: checklists.birthRegistration, skill: 'registration' },
  registration: { checklist: checklists.registration },
};

const plainCategory = {
  name: categoryNames.other,
  skill: null,
  kind: 'service',
  privacy: 'open',
  checklist: [],
  emergency: false,
} as const;

/** The product's own categories (S1-18, S4-07), with which a community begins. */
export const defaultCategories: readonly Category[] = defaultCategoryKeys.map((key) => ({
  ...plainCategory,
  key,
  name: categoryNames[key],
  skill: ownSkill(key),
  ...defaultCategoryTraits[key],
  ...papers[key],
}));

export function categoriesOf({ categories }: CategoryPolicy): readonly Category[] {
  return categories ?? defaultCategories;
}

/** The category that new orders may be of; undefined where there is none, or none any more. */
export function offeredCategory(policy: CategoryPolicy, key: string): Category | undefined {
  return categoriesOf(policy).find((one) => one.key === key && !one.retired);
}

/** The category of an order that is made, retired or not; what is unknown is a matter like any other. */
export function madeCategory(policy: CategoryPolicy, key: string): Category {
  const found = categoriesOf(policy).find((one) => one.key === key);
  return found ?? { ...plainCategory, key };
}

/** Whether an order is private: by its category, and by what whoever asks says; `undefined` is nothing said. */
export function isPrivateOrder({ privacy }: Pick<Category, 'privacy'>, asked: boolean | undefined): boolean {
  return privacy === 'always' || (asked ?? privacy === 'byDefault');
}

/** What an order remembers of its category, so that it stays what it was when the category changes. */
export interface CategoryTraits {
  /** Absent where the product's own name holds. */
  readonly categoryName?: string;
  /** Absent where it is the category's own key. */
  readonly skill?: Skill | null;
  readonly checklist?: readonly string[];
}

/** What an order of this category remembers of it. */
export function traitsOf({ key, name, skill, checklist }: Category): CategoryTraits {
  return {
    ...(defaultName(key) !== name && { categoryName: name }),
    ...(ownSkill(key) !== skill && { skill }),
    ...(checklist.length > 0 && { checklist }),
  };
}

/** What whoever goes should be able to do; null where anybody can. */
export function skillOf({ category, skill }: CategoryTraits & { readonly category: string }): Skill | null {
  return skill === undefined ? ownSkill(category) : skill;
}

function defaultName(key: string): string | undefined {
  return defaultCategories.find((one) => one.key === key)?.name;
}

function ownSkill(key: string): Skill | null {
  return memberSkills.find((skill) => skill === key) ?? null;
}
