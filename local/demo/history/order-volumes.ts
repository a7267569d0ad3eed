import type { DefaultCategory } from '../../../miniprogram/contracts/category';

/** How much goes on in a community in half a year, and of what. */
export interface OrderVolume {
  readonly orders: number;
  /** S2-10: orders of life and limb that were solved. */
  readonly emergencies: number;
  readonly categories: readonly (readonly [DefaultCategory, number])[];
  /** Percentage that came by telephone. */
  readonly byPhone: number;
}

const everyday: OrderVolume['categories'] = [
  ['repair', 26],
  ['errand', 16],
  ['escort', 12],
  ['device', 12],
  ['family', 8],
  ['schooling', 6],
  ['birth', 2],
  ['legal', 6],
  ['counsel', 4],
  ['registration', 4],
  ['wish', 9],
  ['other', 5],
];
const tenants: OrderVolume['categories'] = [
  ['registration', 42],
  ['schooling', 26],
  ['birth', 14],
  ['repair', 8],
  ['errand', 5],
  ['other', 5],
];
const village: OrderVolume['categories'] = [
  ['errand', 30],
  ['escort', 20],
  ['device', 20],
  ['repair', 20],
  ['registration', 10],
];
const blocks: OrderVolume['categories'] = [
  ['repair', 30],
  ['escort', 20],
  ['errand', 20],
  ['birth', 8],
  ['device', 12],
  ['other', 10],
];
const street: OrderVolume['categories'] = [
  ['other', 40],
  ['registration', 30],
  ['repair', 30],
];

export const orderVolumes: Readonly<Record<string, OrderVolume>> = {
  changqingteng: { orders: 270, emergencies: 15, categories: everyday, byPhone: 18 },
  housuoying: { orders: 190, emergencies: 0, categories: tenants, byPhone: 8 },
  xibu: { orders: 24, emergencies: 0, categories: village, byPhone: 25 },
  chengdong: { orders: 110, emergencies: 0, categories: blocks, byPhone: 55 },
  yijing: { orders: 18, emergencies: 0, categories: street, byPhone: 10 },
};
