/** What is asked before a move that needs a reason or words. */
import { limits } from '../../contracts/limits';
import {
  callResults,
  cancelReasons,
  declineReasons,
  refuseReasons,
  releaseReasons,
  type OrderAction,
} from '../../contracts/order';
import type { SheetContent } from '../sheet';
import { callChoices, cancelChoices, declineChoices, refuseChoices, releaseChoices } from './reasons';

/** Asked before this action. */
export interface ActionSheet extends SheetContent {
  readonly action: OrderAction;
}

const sheets: Partial<Record<OrderAction, SheetContent>> = {
  decline: {
    title: '去不了',
    line: '网格员好另请别人',
    choices: declineChoices(declineReasons),
    placeholder: '',
    requiresWords: false,
    submit: '告诉网格员',
  },
  release: {
    title: '去不了了',
    line: '早说一声，好请别人接着来',
    choices: releaseChoices(releaseReasons),
    placeholder: '想补一句，写在这儿',
    requiresWords: false,
    submit: '放下这张单',
  },
  cancel: {
    title: '不用了',
    line: '',
    choices: cancelChoices(cancelReasons),
    placeholder: '',
    requiresWords: false,
    submit: '撤单',
  },
  refuse: {
    title: '办不了',
    line: '居民会看到这句话',
    choices: refuseChoices(refuseReasons),
    placeholder: '告诉居民该找谁',
    requiresWords: false,
    submit: '退回给居民',
  },
  reopen: {
    title: '还没解决',
    line: '会回到同一个人手里，书记也会知道',
    choices: [],
    placeholder: '哪儿还没弄好',
    requiresWords: true,
    submit: '请他再来看看',
  },
  recordCall: {
    title: '电话打得怎么样',
    line: '谁打的、打通没有，经过里都看得到',
    choices: callChoices(callResults),
    placeholder: '',
    requiresWords: false,
    submit: '记下',
  },
  appealNoShow: {
    title: '说明一下那天的事',
    line: '书记会看，记错了就撤掉',
    choices: [],
    placeholder: '那天怎么去的，见着谁了',
    requiresWords: true,
    submit: '说给书记',
  },
  transfer: {
    title: '转给别处办',
    line: '居民会看到转给了谁，答复了来记下',
    choices: [],
    placeholder: '转给谁，比如自来水公司、12345',
    requiresWords: true,
    maxWords: limits.officeName,
    submit: '转过去',
  },
  askRequester: {
    title: '问居民一句',
    line: '等他回话的时候不计时；等太久，时限自己接着走',
    choices: [],
    placeholder: '比如：您哪天在家',
    requiresWords: true,
    submit: '问居民，等他回话',
  },
  answerQuestion: {
    title: '回个话',
    line: '',
    choices: [],
    placeholder: '怎么回，写在这儿',
    requiresWords: true,
    submit: '回话',
  },
  makePrivate: {
    title: '改成保密',
    line: '改了就不能再公开',
    choices: [],
    placeholder: '',
    requiresWords: false,
    submit: '只让为我办事的人看',
  },
  recordAnswer: {
    title: '那边怎么答复的',
    line: '居民会看到这句话，这张单就了结了',
    choices: [],
    placeholder: '比如：自来水公司 11 月 25 日来换了阀门',
    requiresWords: true,
    maxWords: limits.orderWords,
    submit: '记下答复',
  },
};

/** Nothing for a move that one tap makes. `question`: what the requester is asked. */
export function sheetFor(action: OrderAction, question = ''): ActionSheet | undefined {
  const sheet = sheets[action];
  if (sheet === undefined) return undefined;
  return action === 'answerQuestion' ? { action, ...sheet, line: question } : { action, ...sheet };
}
