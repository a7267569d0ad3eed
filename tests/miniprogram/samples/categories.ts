import type { Output } from '../../../miniprogram/contracts/api';
import type { Category, OfferedCategory } from '../../../miniprogram/contracts/category';
import { productCategories } from '../../../miniprogram/views/order/offered-choices';

/** What the community offers: as the product has it, but that schooling asks for papers. */
export const offeredCategories: readonly OfferedCategory[] = productCategories.map((one) =>
  one.key === 'schooling' ? { ...one, checklist: ['户口本', '出生证明'] } : one,
);

const all: readonly Category[] = offeredCategories.map((one) => ({ ...one, skill: null }));
const schooling = all.find(({ key }) => key === 'schooling')!;
const legal: Category = { ...all.find(({ key }) => key === 'legal')!, retired: true };

export const categories: Output<'policy.listCategories'> = {
  categories: all.map((one) => (one.key === 'legal' ? legal : one)),
  changes: [
    {
      key: 'schooling',
      from: { ...schooling, checklist: [] },
      to: schooling,
      at: '2026-11-21T01:12:00.000Z',
      name: '秦书记',
      reason: '开学季',
    },
    {
      key: 'legal',
      from: { ...legal, retired: false } as never,
      to: legal,
      at: '2026-11-20T01:12:00.000Z',
      name: '秦书记',
      reason: '没人会',
    },
  ],
  mine: true,
};
