/** News for somebody without WeChat, told on the telephone. */
import type { NewsToTell } from '../../contracts/order-beside';
import type { MessageKind } from '../../contracts/message';
import type { OrderView } from '../../contracts/order';
import { dayTime } from '../dates';

/** What to say, as plainly as on the telephone. */
const sentences: Readonly<Partial<Record<MessageKind, string>>> = {
  published: '心愿挂出去了，等人认领',
  relisted: '心愿再挂一个周六',
  expired: '心愿没人认领，网格员想办法',
  'passed-on': '转给网格员来办',
  dispatched: '派人了，等人接',
  accepted: '有人接了，会来',
  returned: '原来的人来不了，在另请人',
  solved: '办好了，收尾了',
  closed: '收尾了',
  cancelled: '撤单了',
  refused: '没能办成，说说为什么、该找谁',
  merged: '跟邻居的并到一起办',
  restored: '并过去的没办成，接着办',
  relocated: '地方改对了',
  transferred: '转给别处接着办',
  answered: '转出去的那边答复了',
  question: '有一句话要问',
  completed: '办好了，问问他家好了没有',
  'lapse-soon': '快收尾了，问问他家好了没有',
  appointed: '约了时间来',
  'helper-left': '少来一位，其余的照常',
  'moved-away': '原来的人搬走了，另请人',
  'not-come': '约好的人没去，另请人',
  unsolved: '记下没解决了，会再去',
};

export function newsLine({ kind, at }: NewsToTell['news'][number]): string {
  return `${dayTime(at)} ${sentences[kind] ?? '有了新动静，点开看看'}`;
}

/** On the order itself, for staff. */
export function byPhoneLine({ newsToTell = [], mergedToTell = [], told }: OrderView): string {
  if (newsToTell.length > 0) return '点单的人没有微信，有新动静还没打电话告诉';
  if (mergedToTell.length > 0) return `并过来的${mergedToTell.join('、')}没有微信，有新动静还没打电话告诉`;
  return told === undefined ? '' : `${told.byName} ${dayTime(told.at)} 打电话告诉过了`;
}

export const toldLine = '记下了，谁打的、什么时候打的都在单上';
