/** Pages of what courtyard points buy. */
import { replies } from '../samples/replies';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/reward/rewards/rewards',
    title: 'rewards',
    endpoint: 'reward.list',
    says: [
      '45',
      '另外扣着 30 分',
      '洗衣液 1 瓶',
      '11 月 27 日 10:00 前领',
      '11 月的份额用到 11 月 30 日半夜',
      '30 分一瓶',
      '还有 6 瓶，这个月您还能领 1 瓶',
      '换 1 瓶，扣住 30 分',
      '没货了，排个队',
    ],
    empty: { answer: { ...replies['reward.list'], goods: [] }, says: '社区还没有上东西' },
  }),
  at({
    page: 'packages/reward/rewards/rewards',
    title: 'rewards of somebody who is asked, with a balance below zero',
    endpoint: 'reward.list',
    answer: {
      ...replies['reward.list'],
      balance: -3,
      goods: [
        {
          ...replies['reward.list'].goods[0]!,
          most: 0,
          waiting: { quantity: 1, state: 'offered', until: '2026-11-22T02:00:00.000Z' },
        },
      ],
    },
    says: [
      '−3',
      '往后挣的先补上',
      '到货了，给您留着 1 瓶，11 月 22 日 10:00 前回话',
      '要 1 瓶，扣住 30 分',
      '让给别人',
    ],
  }),
  at({
    page: 'packages/reward/voucher/voucher',
    title: 'voucher',
    query: { redemptionId: 'v1' },
    endpoint: 'reward.get',
    says: ['洗衣液 1 瓶', '4821', '0937', '5512', '给社区的人扫一扫', '不要了，退回'],
  }),
  at({
    page: 'packages/reward/voucher/voucher',
    title: 'voucher that was refused',
    query: { redemptionId: 'v1' },
    endpoint: 'reward.get',
    answer: { ...replies['reward.get'], state: 'refused', reason: '瓶子漏了', mayCancel: false },
    says: ['没给成，分退回来了：瓶子漏了'],
  }),
  at({
    page: 'packages/reward/stock/stock',
    title: 'stock',
    endpoint: 'reward.listStock',
    says: [
      '扫兑换码，给东西',
      '架上 7 瓶，给人留着 1',
      '30 分一瓶，每人每月 2 瓶',
      '少 1 瓶：破了一瓶',
      '我也数过，照改',
    ],
  }),
  at({
    page: 'packages/reward/handover/handover',
    title: 'handover',
    query: { code: '482109375512' },
    endpoint: 'reward.find',
    says: ['史满堂', '洗衣液 1 瓶', '还没领', '给他了', '不给，退回'],
  }),
  at({
    page: 'packages/reward/good/good',
    title: 'good',
    query: { goodId: 'g1' },
    endpoint: 'reward.listStock',
    says: ['定下来', '30 分\u00a0· 11 月 1 日起\u00a0· 白建军：进价涨了', '25 分\u00a0· 10 月 1 日起'],
  }),
  at({
    page: 'packages/reward/sheet/sheet',
    title: 'sheet',
    endpoint: 'reward.getSheet',
    says: [
      '2026 年 11 月积分换物公示',
      '发了 210 分，冲掉 3 分',
      '月初 10 瓶，进了 24，领走 26，盘亏 1，月底 7 瓶',
      '换走 780 分，进货花了 ¥ 288.00',
      '打开公示表，去打印',
      '复制成文字',
    ],
  }),
]);
