/** Pages for in-service members. */
import { closedView, workingView } from '../samples/orders';
import { at, specifyStates } from './specify';

specifyStates([
  at({
    page: 'packages/order/order/order',
    title: 'order of a member at work',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: workingView,
    says: ['在办', '王奶奶', '138 0000 0021', '办好了，结单', '去不了了', '孙立群接了单'],
  }),
  at({
    page: 'packages/order/order/order',
    title: 'order of a member, closed',
    query: { orderId: 'a' },
    endpoint: 'order.get',
    answer: closedView,
    says: ['居民打的分', '服务存折记了 +5 分'],
  }),
  at({
    page: 'packages/order/assign-member/assign-member',
    title: 'assign member',
    query: { orderId: 'a' },
    endpoint: 'order.suggest',
    says: ['队里谁去合适', '孙立群', '本月 1 单', '同一个院', '先选谁去'],
  }),
  at({
    page: 'packages/member/wishes/wishes',
    title: 'wishes',
    endpoint: 'order.listWishes',
    says: ['教我用手机挂号', '绿色网格', '认领'],
    empty: { answer: { orders: [] }, says: '心愿都有人认领了' },
  }),
  at({
    page: 'packages/passbook/slip/slip',
    title: 'slip',
    query: { personId: 'li', unit: 'organization' },
    endpoint: 'passbook.slip',
    says: [
      '2026 年 11 月',
      '李建国\u00a0· 组织生活分',
      '11-14 主题党日，到会',
      '第 41 笔，+3 分，余 186',
      '到第 41 笔',
      '7F3A-92C1',
      '2026-11-15 封存',
      'A1B2-C3D4',
      '0ABC',
      'c2ln bmF0 dXJl',
      'cHVi bGlj IGtl eQ==',
      '上个月',
    ],
  }),
]);
