/** One order, as those read it who do the work or answer for it. */
import type { EvidenceKind, OrderAction, OrderView, PartyView } from '../contracts/order';
import { dayTime, left, span } from './dates';
import {
  actionName,
  askedLine,
  categoryName,
  orderTitle,
  requesterName,
  rulingLine,
  statusName,
  tagNames,
  wanted,
  type Choice,
} from './orders';
import type { Tone } from './order-card';
import { signed } from './passbook';
import { shownPhoto, type ShownPhoto } from './progress';
import { trailSteps, type Step } from './trail';

export interface Party {
  readonly party: 'requester' | 'assignee';
  readonly name: string;
  readonly role: string;
  /** As far as the reader may see it. */
  readonly phone: string;
  readonly mayCall: boolean;
  readonly text: string;
}

export interface Work {
  readonly orderId: string;
  readonly version: number;
  readonly tag: string;
  readonly tone: Tone;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly line: string;
  readonly promise: string;
  /** Whose answer is waited for; '' where nobody's is, or it is not the reader's to know. */
  readonly asked: string;
  /** What the requester said when it was not solved; '' where nobody has to go again. */
  readonly unsolved: string;
  readonly photos: readonly ShownPhoto[];
  readonly parties: readonly Party[];
  readonly evidence: { readonly line: string; readonly photos: readonly ShownPhoto[] } | null;
  readonly rating: { readonly stars: number; readonly line: string } | null;
  readonly award: string;
  readonly steps: readonly Step[];
  readonly main: { readonly action: OrderAction; readonly text: string } | null;
  readonly others: readonly { readonly action: OrderAction; readonly text: string }[];
  /** A captain may send somebody else of this team; '' for everybody else. */
  readonly team: string;
  readonly mayComplete: boolean;
  /** For a requester without WeChat, staff pass on what they said. */
  readonly mayConfirm: boolean;
}

function tag(order: OrderView, nowMs: number): Pick<Work, 'tag' | 'tone'> {
  if (order.status === 'dispatched' && order.acceptBy !== undefined)
    return { tag: left(order.acceptBy, nowMs), tone: 'warning' };
  const tones = {
    submitted: 'red',
    dispatched: 'warning',
    accepted: 'good',
    completed: 'gold',
    closed: 'plain',
  } as const;
  return { tag: statusName(order, 'staff'), tone: tones[order.status] };
}

function promise(order: OrderView, nowMs: number): string {
  if (order.status === 'dispatched' && order.acceptBy !== undefined) {
    const lateMs = nowMs - Date.parse(order.acceptBy);
    return lateMs > 0
      ? `已经晚了 ${span(lateMs)}，还要有人接。`
      : `最晚 ${dayTime(order.acceptBy)} 要有人接，退回来也还是这个点。`;
  }
  if (order.status === 'submitted' && order.returns > 1 && !order.actions.includes('dispatch'))
    return rulingLine(order.returns);
  if (order.status === 'completed' && order.lapsesAt !== undefined)
    return `居民到 ${dayTime(order.lapsesAt)} 没话说，就先收尾。`;
  return '';
}

function unsolved(order: OrderView): string {
  if (!order.unsolved) return '';
  const said = [...order.trail].reverse().find(({ action }) => action === 'reopen')?.note;
  return said === undefined ? '居民说没解决，再去一次。' : `居民说没解决：${said}`;
}

function parties(order: OrderView): Party[] {
  const { requester, assignee } = order;
  const party = (which: Party['party'], role: string, view: PartyView): Party => ({
    party: which,
    role,
    name: view.name,
    phone: view.phone ?? '',
    mayCall: view.mayCall,
    text: `打给${view.name}`,
  });
  return [
    ...(requester === undefined ? [] : [party('requester', '点单的人', requester)]),
    ...(assignee === undefined ? [] : [party('assignee', '去的人', assignee)]),
  ];
}

const evidenceNames: Record<EvidenceKind, string> = { photo: '拍了照', code: '对上了四位码', phone: '打电话问过' };

function evidence(order: OrderView): Work['evidence'] {
  if (order.evidence === undefined) return null;
  const { kind, note, photos } = order.evidence;
  return {
    line: note === undefined ? evidenceNames[kind] : `${evidenceNames[kind]}：${note}`,
    photos: photos.map(shownPhoto),
  };
}

function rating(order: OrderView): Work['rating'] {
  if (order.rating === undefined) return null;
  const { stars, tags, words } = order.rating;
  return { stars, line: [tagNames(tags), words ?? ''].filter((part) => part !== '').join(' · ') };
}

const mains: readonly OrderAction[] = ['accept', 'dispatch'];

/** Those that one tap or one sheet makes; completing and confirming have their own place. */
const asides: readonly OrderAction[] = ['decline', 'release', 'remind', 'transfer', 'refuse', 'cancel', 'reopen'];

function buttons(order: OrderView): Pick<Work, 'main' | 'others' | 'mayComplete' | 'mayConfirm'> {
  const main = mains.find((action) => order.actions.includes(action));
  return {
    main: main === undefined ? null : { action: main, text: actionName(main, order) },
    others: asides
      .filter((action) => order.actions.includes(action))
      .map((action) => ({ action, text: actionName(action, order) })),
    mayComplete: order.actions.includes('complete'),
    mayConfirm: order.actions.includes('confirm'),
  };
}

export function work(order: OrderView, nowMs: number): Work {
  const who = order.requesterKind === undefined ? undefined : requesterName(order.requesterKind);
  return {
    ...tag(order, nowMs),
    ...buttons(order),
    orderId: order.orderId,
    version: order.version,
    number: `单号 ${order.number}`,
    title: orderTitle(order),
    words: order.words === undefined || order.words === order.title ? '' : order.words,
    line: [categoryName(order.category), order.placeName, who, wanted(order.when, order.createdAt, nowMs)]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    promise: promise(order, nowMs),
    asked: askedLine(order.offeredNames),
    unsolved: unsolved(order),
    photos: order.photos.map(shownPhoto),
    parties: parties(order),
    evidence: evidence(order),
    rating: rating(order),
    award: order.award === undefined ? '' : `服务存折记了 ${signed(order.award.points)} 分`,
    steps: trailSteps(order),
    team: order.team ?? '',
  };
}

/** After that move the page has nothing more for the reader to do; who only reminded reads on. */
export const nothingLeft = ({ main, others, mayComplete, mayConfirm }: Work, made: OrderAction): boolean =>
  made !== 'remind' &&
  main === null &&
  !mayComplete &&
  !mayConfirm &&
  others.every(({ action }) => action === 'remind');

export const evidenceChoices: Choice<EvidenceKind>[] = [
  { value: 'photo', text: '拍张照' },
  { value: 'code', text: '填四位码' },
  { value: 'phone', text: '打电话问过' },
];

export const evidenceMissing: Record<EvidenceKind, string> = {
  photo: '先拍一张，别拍到脸和门牌。',
  code: '请居民念四位码，填在这儿。',
  phone: '写一句电话里怎么说的。',
};
export const photoLost = '照片没传上去，再交一次，或者换个办法。';
