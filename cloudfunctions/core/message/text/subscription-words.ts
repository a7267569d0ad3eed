import type { SubscriptionKind } from '../subscription-kinds';

/**
 * What a subscription message says: what happened, in words that are the same for every order. It lies on a locked
 * screen and on WeChat's servers, so that nothing that somebody wrote, and nobody's name, is in it. At most 20
 * characters, which WeChat allows.
 */
const words: Readonly<Record<SubscriptionKind, string>> = {
  created: '有人点了一张单，等您派',
  published: '心愿挂出去了，等人认领',
  relisted: '心愿再挂一回，等人认领',
  expired: '心愿没人认领，网格员想办法',
  'to-vouch': '一张代办等您先看看',
  'passed-on': '代办转给网格员来办',
  offered: '派给您一张单，回个话',
  dispatched: '您的单派给党员了',
  accepted: '您的单有人接了',
  declined: '请的人去不了，再请一位',
  'given-back': '接了单的人去不了，再请一位',
  returned: '原来请的人来不了，在另请人',
  completed: '办好了，等您点头',
  solved: '您跟着的单办好了',
  closed: '一张单收尾了',
  reopened: '居民说还没解决，再去看看',
  unsolved: '有一张单还没解决',
  cancelled: '一张单撤了，不用去了',
  refused: '一张单没能办成，点开看看',
  merged: '一张单和别的并到一起办',
  restored: '并过去的单没办成，接着办',
  relocated: '一张单的地方改对了',
  transferred: '一张单转给别处接着办',
  answered: '转出去的单有答复了',
  'due-soon': '一张单快到点了，还没人去',
  overdue: '一张单到点没人去，等您看',
  'finish-soon': '一张单快到点了，还没办好',
  stalled: '一张单到点没办好，等您看',
  'to-call': '办好一张单，等您打电话问',
  'committee-to-call': '办好一张单，等两委打电话问',
  uncalled: '一张单到点没人打电话问',
  'answer-soon': '一张单转出去还没有答复',
  unanswered: '一张单转出去，到点没答复',
  'part-waiting': '有一样等您看能不能公开',
  'part-overdue': '有一样到点没人看能不能公开',
  question: '办事的人问您一句，回个话',
  replied: '点单的人回话了，接着办',
  'not-replied': '没等到居民回话，接着办',
  removed: '一张单请别人接着办了',
  unreached: '社区打电话没找到您',
  finished: '一张单办好了，等居民点头',
  unreachable: '一张单办好了，没找到点单人',
  'lapse-soon': '办好了没有，等您点个头',
  ruling: '一张单退了几次，等您定',
  reminded: '点单的人催了一下',
  appointed: '来帮忙的人约好了时间',
  'no-show': '没等到您，单子放开了',
  'seat-free': '空出一个名额，给您留着',
  appealed: '有人说自己没失约，等您定',
  'appeal-due': '有人说没失约，还等着您定',
  'part-hidden': '您写的或拍的有一样没公开',
  'hiding-appealed': '有一样没公开，不同意，等您看',
  'ledger-alarm': '账本报警，请点开看看',
  enrolled: '您报到到网格了',
  'visit-help': '走访的人家有事要帮一把',
  'complaint-made': '有一条意见等您答复',
  'complaint-answered': '您提的有答复了',
  'complaint-late': '您提的到点没人答复',
  'complaint-passed': '有一条意见到点没答复，等您看',
  // What is wrong with somebody is not for a locked screen.
  'alert-urgent': '有人急着找您，马上看一眼',
  'alert-illness': '有人急着找您，马上看一眼',
};

export function subscriptionWords(kind: SubscriptionKind): string {
  return words[kind];
}

/** One message in the place of several that came close together. */
export function digestWords(count: number): string {
  return `有 ${Math.min(count, 99)} 条消息等您看`;
}
