import type { GoodInput, GoodPicture, StockView } from '../../../contracts/reward';
import { formProblems } from '../text/stock';
import { countOf } from './numbers';

/** A thing of the catalogue as somebody writes it. */
export interface GoodForm {
  /** '' for a new one. */
  readonly goodId: string;
  readonly name: string;
  readonly measure: string;
  readonly picture: GoodPicture;
  readonly price: string;
  readonly limit: string;
  readonly offered: boolean;
  readonly reason: string;
}

export const noGoodForm: GoodForm = {
  goodId: '',
  name: '',
  measure: '',
  picture: 'other',
  price: '',
  limit: '',
  offered: true,
  reason: '',
};

export function goodFormOf({ goodId, name, measure, picture, price, limit, offered }: StockView): GoodForm {
  return { goodId, name, measure, picture, price: String(price), limit: String(limit), offered, reason: '' };
}

/** What is to be saved, or the first thing that it lacks. */
export function goodInputOf(form: GoodForm): (GoodInput & { readonly reason: string }) | { readonly problem: string } {
  const { picture, offered } = form;
  const [name, measure, reason] = [form.name.trim(), form.measure.trim(), form.reason.trim()];
  const [price, limit] = [countOf(form.price, 1), countOf(form.limit, 1)];
  if (name === '') return { problem: formProblems.name };
  if (measure === '') return { problem: formProblems.measure };
  if (price === undefined) return { problem: formProblems.price };
  if (limit === undefined) return { problem: formProblems.limit };
  if (reason === '') return { problem: formProblems.why };
  return { name, measure, picture, price, limit, offered, reason };
}
