import type { Skill } from './skill';

/**
 * Categories that the product begins with, those that are asked for most first; a community changes, adds and retires
 * them (`policy.saveCategory`).
 */
export const defaultCategoryKeys = [
  'repair',
  'errand',
  'escort',
  'device',
  'family',
  'schooling',
  'birth',
  'birth-registration',
  'legal',
  'counsel',
  'emergency',
  'registration',
  'hazard',
  'station',
  'wish',
  'other',
] as const;
export type DefaultCategory = (typeof defaultCategoryKeys)[number];

/** What the product says of its own categories, where it is not a public service. */
export const defaultCategoryTraits: Readonly<
  Partial<Record<DefaultCategory, Partial<Pick<Category, 'kind' | 'privacy' | 'emergency'>>>>
> = {
  schooling: { kind: 'agency', privacy: 'onRequest' },
  birth: { kind: 'agency', privacy: 'always' },
  'birth-registration': { kind: 'agency', privacy: 'byDefault' },
  registration: { kind: 'agency', privacy: 'onRequest' },
  emergency: { emergency: true },
};

/** Categories of orders that the product itself makes: they are never retired. */
export const fixedCategories: readonly string[] = ['emergency', 'hazard', 'station', 'other'] as const;

/**
 * Who decides whether an order is private. `open`: nobody is asked; `onRequest`: whoever asks for it; `byDefault`: so
 * unless whoever asks says otherwise; `always`: whatever anybody says.
 */
export const categoryPrivacies = ['open', 'onRequest', 'byDefault', 'always'] as const;
export type CategoryPrivacy = (typeof categoryPrivacies)[number];

/** What is promised of a category, in the place of what is promised of every order. */
export interface CategoryPromise {
  readonly dispatchWithinHours?: number;
  readonly acceptWithinHours?: number;
  readonly completeWithinDays?: number;
}

/** What an order can be about. `agency`: a paper to be filed; `service`: a hand to be lent. */
export const categoryKinds = ['service', 'agency'] as const;
export type CategoryKind = (typeof categoryKinds)[number];

/** What an order can be about, as a community decided. */
export interface Category {
  /** Stands in orders, and never changes. */
  readonly key: string;
  readonly name: string;
  /** What whoever goes should be able to do; null where anybody can. */
  readonly skill: Skill | null;
  readonly kind: CategoryKind;
  readonly privacy: CategoryPrivacy;
  /** Papers to bring, in plain words. */
  readonly checklist: readonly string[];
  /** Sent before all others, and under the promises of emergencies. */
  readonly emergency: boolean;
  readonly promise?: CategoryPromise;
  /** No new orders; those that it has keep it. */
  readonly retired?: true;
}

/** As far as whoever asks for something needs it. */
export type OfferedCategory = Pick<Category, 'key' | 'name' | 'kind' | 'privacy' | 'checklist' | 'emergency'>;

/** Who changed a category, when and why. Times are ISO strings. */
export interface CategoryChangeView {
  readonly key: string;
  /** Absent where it was added. */
  readonly from?: Category;
  readonly to: Category;
  readonly at: string;
  readonly name: string;
  readonly reason: string;
}

/** All categories, and the latest changes, the newest first. */
export interface CategoriesView {
  readonly categories: readonly Category[];
  readonly changes: readonly CategoryChangeView[];
  /** Whether the reader may change them. */
  readonly mine: boolean;
}

/** So many papers a checklist names at most. */
export const maxPapers = 10;
