/** Pages of orders in states of their own: several who do one, hours that were named, a question, a head's turn. */
import type { Known, Row } from './visit';

const memberOrder = (orderId: string): string => `/packages/order/order/order?orderId=${orderId}`;
const trail = (orderId: string): string => `/packages/order/trail/trail?orderId=${orderId}`;
const progress = (orderId: string): string => `/packages/order/progress/progress?orderId=${orderId}`;
const captain = 'wx-changqingteng_n102';

export const stateRows: readonly Row[] = [
  ['trail-together', 'secretary-qin', ({ together }: Known) => trail(together), '人齐了', 'order.get'],
  ['order-together', 'member-ma', ({ together }: Known) => memberOrder(together), '人齐了', 'order.get'],
  ['order-substitute', 'captain-lei', ({ together }: Known) => memberOrder(together), '候补第 1 位', 'order.get'],
  ['order-appointed', 'captain-tian', ({ appointed }: Known) => memberOrder(appointed), '改个时间', 'order.get'],
  ['progress-appointed', 'wx-changqingteng_n67', ({ appointed }: Known) => progress(appointed), '约好', 'order.get'],
  ['order-asked', 'member-sun', ({ asked }: Known) => memberOrder(asked), '不等了，接着办', 'order.get'],
  ['progress-asked', 'wx-changqingteng_n68', ({ asked }: Known) => progress(asked), '回个话', 'order.get'],
  ['order-vouching', 'head-shi', ({ vouching }: Known) => memberOrder(vouching), '看过了，交给网格员', 'order.get'],
  ['progress-vouching', 'tenant-cao', ({ vouching }: Known) => progress(vouching), '楼院长先看', 'order.get'],
  ['teams-vanguard', captain, '/packages/branch/teams/teams', '台账和微心愿', 'team.list'],
  ['needs-vanguard', captain, '/packages/grid/needs/needs', '微心愿，去认领', 'order.listNeeds'],
];
