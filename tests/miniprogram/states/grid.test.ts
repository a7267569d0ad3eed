/** Pages for grid workers. */
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/grid/dispatch/dispatch',
    title: 'dispatch',
    query: { orderId: 'a' },
    endpoint: 'order.suggest',
    says: [
      '提出 53 分钟',
      '接口那儿一直滴',
      '照片在审核',
      '王桂兰',
      '138 **** 0021',
      '谁去合适',
      '孙立群',
      '本月 1 单',
      '同一个院',
      '会水电',
      '下午上班',
      '水电小分队',
      '队长 田广志',
      '6 人有空',
      '先选谁去',
      '转给别处办',
    ],
  }),
  at({
    page: 'packages/grid/cards/cards',
    title: 'cards',
    endpoint: 'card.list',
    says: ['新发一张', '柳巷 12 号院', '赵慧敏 昨天 10:00 发的 · 大字版', '补发', '已换新'],
    empty: { answer: { cards: [] }, says: '还没有发过卡' },
  }),
]);
