import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type {
  HandoverView,
  RewardsView,
  SheetView,
  StockView,
  VoucherView,
} from '../../../miniprogram/contracts/reward';

const detergent = { goodId: 'g1', name: '洗衣液', measure: '瓶', picture: 'laundry' } as const;
const tissue = { goodId: 'g2', name: '卫生纸', measure: '提', picture: 'tissue' } as const;

export const voucherSample: VoucherView = {
  ...detergent,
  redemptionId: 'v1',
  state: 'held',
  quantity: 1,
  points: 30,
  createdAt: '2026-11-20T02:00:00.000Z',
  expiresAt: '2026-11-27T02:00:00.000Z',
  code: '482109375512',
  codeImage: 'data:image/png;base64,iVBORw0KGgo=',
  mayCancel: true,
};

export const rewardsSample: RewardsView = {
  month: '2026-11',
  monthEndsAt: '2026-11-30T16:00:00.000Z',
  balance: 45,
  held: 30,
  goods: [
    { ...detergent, price: 30, priceVersion: 2, free: 6, limit: 2, taken: 1, most: 1, mayWait: false },
    { ...tissue, price: 20, priceVersion: 1, free: 0, limit: 2, taken: 0, most: 0, mayWait: true },
  ],
  vouchers: [voucherSample],
};

export const handoverSample: HandoverView = {
  ...detergent,
  redemptionId: 'v1',
  state: 'held',
  personName: '史满堂',
  quantity: 1,
  points: 30,
  expiresAt: '2026-11-27T02:00:00.000Z',
  mayCollect: true,
};

export const stockSample: StockView = {
  ...detergent,
  price: 30,
  limit: 2,
  offered: true,
  onHand: 7,
  reserved: 1,
  waiting: 0,
  version: 2,
  prices: [
    { version: 2, price: 30, since: '2026-11-01T01:00:00.000Z', by: '白建军', reason: '进价涨了' },
    { version: 1, price: 25, since: '2026-10-01T01:00:00.000Z', by: '白建军', reason: '开张' },
  ],
  stocktake: {
    counted: 6,
    expected: 7,
    reason: '破了一瓶',
    by: '贾春燕',
    at: '2026-11-20T02:00:00.000Z',
    maySign: true,
  },
};

export const sheetSample: SheetView = {
  month: '2026-11',
  months: ['2026-11', '2026-10'],
  issued: { given: 210, undone: 3, countedAt: '2026-11-21T01:00:00.000Z' },
  rows: [
    {
      ...detergent,
      opening: 10,
      received: 24,
      collected: 26,
      corrected: -1,
      closing: 7,
      points: 780,
      costCents: 28_800,
    },
    { ...tissue, opening: 4, received: 0, collected: 4, corrected: 0, closing: 0, points: 80, costCents: 0 },
  ],
};

type RewardName = Extract<EndpointName, `reward.${string}`>;

export const rewardReplies: { readonly [Name in RewardName]: Output<Name> } = {
  'reward.list': rewardsSample,
  'reward.redeem': voucherSample,
  'reward.get': voucherSample,
  'reward.cancel': { ...voucherSample, state: 'cancelled', mayCancel: false },
  'reward.wait': rewardsSample,
  'reward.answer': rewardsSample,
  'reward.find': handoverSample,
  'reward.collect': { ...handoverSample, state: 'collected', endedBy: '贾春燕', mayCollect: false },
  'reward.refuse': { ...handoverSample, state: 'refused', endedBy: '贾春燕', mayCollect: false },
  'reward.listStock': { goods: [stockSample], mayDecide: false },
  'reward.receive': stockSample,
  'reward.count': stockSample,
  'reward.signCount': stockSample,
  'reward.saveGood': stockSample,
  'reward.getSheet': sheetSample,
};
