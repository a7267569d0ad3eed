import type { OrderStatus } from './order';
import type { PointUnit } from './passbook';

/** Which orders of a month a figure counts; its list opens by this name. */
export const orderFigures = [
  'created',
  'solved',
  'unrated',
  'unreachable',
  'unsolved',
  'refused',
  'impossible',
  'reopened',
  'enteredByStaff',
  'confirmedByCall',
  'cancelled',
  'merged',
  'transferred',
  'urgent',
  'urgentSolved',
  'wishes',
  'wishesSolved',
  'underWay',
  'accepted',
  'rated',
] as const;
export type OrderFigure = (typeof orderFigures)[number];

/** How many orders of a month each figure counts. */
export type FigureCounts = Readonly<Record<OrderFigure, number>>;

/** Within how many whole hours half of them, and nine in ten, were there; of how many. Absent below five. */
export interface TimesView {
  readonly of: number;
  readonly half: number;
  readonly nineInTen: number;
}

/** One grid or one category. Null stands for a number that stays hidden: it, or one beside it, is below five. */
export interface ShareView {
  /** The grid's id or the category's key; '' where it has neither any more. */
  readonly key: string;
  readonly name: string;
  readonly created: number | null;
  readonly solved: number | null;
}

/** Points of one unit that were given in the month, and that were taken back. */
export interface PointsView {
  readonly unit: PointUnit;
  readonly given: number;
  readonly undone: number;
}

/** A community's month: what is counted of orders, wishes, activities and points, and the same in words. */
export interface BriefView {
  /** `2026-11` */
  readonly month: string;
  /** Months that were counted, the newest first; the asked one among them. */
  readonly months: readonly string[];
  /** Changes up to this moment are in the numbers; absent where nothing was counted. */
  readonly until?: string;
  readonly orders: FigureCounts;
  /** Who did those solved: several may have done one together. */
  readonly helpers: number;
  /** Stars of the month; absent below five ratings. */
  readonly rating?: { readonly average: number; readonly of: number };
  readonly accept?: TimesView;
  readonly close?: TimesView;
  readonly grids: readonly ShareView[];
  readonly categories: readonly ShareView[];
  /** Signed activities, and how often somebody came to one. */
  readonly activities: { readonly held: number; readonly present: number };
  readonly points: readonly PointsView[];
  /** The monthly brief, a paragraph each. */
  readonly words: readonly string[];
}

export interface BriefApi {
  /** The community's month as its desk may show it; without `month` the current one. */
  'brief.get': { input: { month?: string }; output: BriefView };
}

/** What narrows a search: at and under a place, how far an order is, the month in which it was made. */
export interface SearchFilterInput {
  placeId?: string;
  status?: OrderStatus;
  /** `2026-11` */
  month?: string;
  /** With a month: its orders that a figure of the desk counts, and those of a category. */
  figure?: OrderFigure;
  category?: string;
}
