/** Pages for grid workers. */
import { replies } from '../samples/replies';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/order/dispatch/dispatch',
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
      '派给孙立群',
      '转给别处办',
    ],
  }),
  at({
    page: 'packages/grid/dispatch-together/dispatch-together',
    title: 'several that go to one',
    endpoint: 'order.listQueue',
    says: ['要先打电话的', '选几项一起办', '厨房水管'],
    empty: { answer: { ...replies['order.listQueue'], orders: [] }, says: '没有等着派的单' },
  }),
  at({
    page: 'packages/grid/cards/cards',
    title: 'cards',
    endpoint: 'card.list',
    says: ['新发一张', '柳巷 12 号院', '赵慧敏 昨天 10:00 发的\u00a0· 大字版', '补发', '已换新'],
    empty: { answer: { cards: [] }, says: '还没有发过卡' },
  }),
  at({
    page: 'packages/grid/card-print/card-print',
    title: 'card-print',
    endpoint: 'card.getCoverage',
    says: [
      '给哪里',
      '各网格发到哪了',
      '红色网格',
      '院 10/12\u00a0· 户 51/60\u00a0· 11 月 21 日 2:00 数的',
      '还没有卡：柳巷 3 号院、柳巷 5 号院',
    ],
  }),
  at({
    page: 'packages/grid/card-tasks/card-tasks',
    title: 'card-tasks',
    endpoint: 'card.listOpenTasks',
    says: ['要印的', '印好等着发的', '柳巷 12 号院', '还没印过'],
    empty: { answer: { cards: [] }, says: '没有了，都办好了' },
  }),
  at({
    page: 'packages/grid/card-numbers/card-numbers',
    title: 'card-numbers',
    endpoint: 'card.listNumbers',
    says: [
      '红色网格 网格员\u00a0· 赵慧敏',
      '164 0000 0009',
      '本人的号码，还没打过，该再打一次',
      '打通了',
      '社区办公室',
    ],
  }),
  at({
    page: 'packages/grid/portrait/portrait',
    title: 'portrait',
    endpoint: 'person.getPortrait',
    says: ['这张照片在卡上', '换一张', '收回，卡上不要照片'],
    empty: { answer: { state: 'none' }, says: '同意，选一张照片' },
  }),
]);
