import { defaultCategoryKeys, type DefaultCategory } from '../../../../miniprogram/contracts/category';

/** What the product calls its categories; the phone has the same (`miniprogram/text/order/names.ts`). */
export const categoryNames: Readonly<Record<DefaultCategory, string>> = {
  repair: '水电维修',
  errand: '跑腿代办',
  escort: '陪诊送药',
  device: '手机电脑',
  family: '孩子老人',
  schooling: '孩子入学',
  birth: '孕产健康',
  'birth-registration': '生育登记',
  legal: '法律咨询',
  counsel: '想聊聊',
  emergency: '急事难事',
  registration: '信息登记',
  hazard: '路上有隐患',
  station: '驿站的事',
  wish: '微心愿',
  other: '别的事',
};

/** Papers that each office asks for, as a beginning: a community writes its own. */
export const checklists = {
  schooling: ['户口本', '房产证或租房合同', '出生证明', '预防接种证'],
  birth: ['身份证', '结婚证', '产检本'],
  birthRegistration: ['夫妻双方身份证', '户口本', '结婚证', '出生证明（已出生的）'],
  registration: ['身份证', '租房合同或房产证'],
} as const;

/** What an order's category was called when it was made. */
export function categoryText({ category, categoryName }: { category: string; categoryName?: string }): string {
  const known = defaultCategoryKeys.find((key) => key === category);
  return categoryName ?? categoryNames[known ?? 'other'];
}
