import type {
  EnrolmentChannel,
  EnrolmentState,
  EnrolmentSummary,
  EnrolmentView,
  FunnelView,
  GroupOutcome,
} from '../../../contracts/enrolment';
import { choicesOf, type Choice } from '../../../text/choice';
import { monthDay } from '../../../text/dates';
import type { SheetContent } from '../../../text/sheet';

const channels: Record<EnrolmentChannel, string> = {
  group: '党小组组团',
  online: '线上报到',
  visit: '到社区报到',
  outreach: '摸排引导',
  free1: '第五种方式',
  free2: '第六种方式',
};

/** A free channel is called as the community calls it. */
export function channelText({ channel, name }: { readonly channel: EnrolmentChannel; readonly name?: string }): string {
  return name ?? channels[channel];
}

const states: Record<EnrolmentState, string> = { asked: '等着看的', enrolled: '报到了的', refused: '没收下的' };
export const stateChoices = choicesOf(['asked', 'enrolled', 'refused'], states);

export const emptyLists: Record<EnrolmentState, string> = {
  asked: '没有等着看的',
  enrolled: '还没有人报到',
  refused: '没有没收下的',
};

/** `红色网格，党小组组团，11 月 20 日`. */
export function enrolmentLine({ gridName, channel, channelName, at }: EnrolmentSummary): string {
  const named = channelName === undefined ? { channel } : { channel, name: channelName };
  return [gridName, channelText(named), monthDay(at)].join('，');
}

/** What stands over one's own enrolment. */
export function stateLine({ state, gridName, byName = '网格', reason = '', enrolledAt = '' }: EnrolmentView): string {
  if (state === 'asked') return `等${gridName}看过，看过就告诉您`;
  if (state === 'refused') return `${byName}没收下：${reason}`;
  return `${monthDay(enrolledAt)}报到在${gridName}，${byName}记的`;
}

export function welcomedLine(welcomed: number): string {
  return `六个一，${welcomed} 样`;
}

export const askedLine = '报上了，等网格看过';
export const decidedLines = { agreed: '收下了，已经告诉本人', refused: '没收下，已经告诉本人' } as const;

/** What is done with several who wait. */
export const togetherActions: readonly Choice[] = [
  { value: 'agree', text: '一起收下' },
  { value: 'refuse', text: '都没收下' },
];

export function decidedTogether(agree: boolean, people: number): string {
  return agree ? `收下了 ${people} 位` : `${people} 位没收下`;
}

export const refuseSheet: SheetContent = {
  title: '没收下',
  line: '这句话本人看得到',
  choices: [],
  placeholder: '为什么，怎么办，比如组织关系还没转来',
  requiresWords: true,
  submit: '没收下',
};

const outcomes: Record<GroupOutcome, string> = {
  enrolled: '报到了',
  already: '早报到过，没再记',
  otherName: '号码是另一位的，没收，核对名字再报',
};

export function outcomeLine(outcome: GroupOutcome): string {
  return outcomes[outcome];
}

export const groupProblems = {
  none: '写上姓名和电话，一行一位',
  many: (most: number) => `一次最多 ${String(most)} 位，分几次报`,
  line: (number: number) => `第 ${String(number)} 行要有姓名和电话，中间空一格`,
  phone: (number: number) => `第 ${String(number)} 行的电话不对，核对一下`,
} as const;

export const allChannels = '一共';

/** Where those who came are now. */
export function funnelStates({ enrolled, waiting, refused }: FunnelView['total']): string {
  return `报到 ${String(enrolled)}，等着看 ${String(waiting)}，没收下 ${String(refused)}`;
}

export function funnelProgress({ welcomed, serving }: FunnelView['total']): string {
  return `六个一齐了 ${String(welcomed)}，办过事 ${String(serving)}`;
}
