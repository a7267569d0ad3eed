/** One order, as the resident who asked for it reads it. */
import type { OrderView, PhotoView } from '../../contracts/order';
import { clock, dayTime, monthDay } from '../../text/dates';
import { gridTitle } from '../../text/person/hats';
import { orderTitle, statusName, tagNames, wanted } from '../../text/order/names';
import { progressSteps, type Step } from '../../text/order/trail';
import type { Tone } from './order-card';

export interface PromiseView {
  readonly title: string;
  readonly line: string;
  readonly tone: 'red' | 'good' | 'warning' | 'plain';
}

export interface ShownPhoto {
  readonly fileId: string;
  readonly url: string;
  /** Said where it may not be shown. */
  readonly instead: string;
}

export interface Progress {
  readonly orderId: string;
  readonly version: number;
  readonly status: string;
  readonly tone: Tone;
  readonly place: string;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly asked: string;
  readonly promise: PromiseView | null;
  readonly photos: readonly ShownPhoto[];
  readonly finishCode: string;
  readonly evidence: { readonly line: string; readonly photos: readonly ShownPhoto[] } | null;
  readonly rating: { readonly stars: number; readonly line: string } | null;
  readonly steps: readonly Step[];
  readonly worker: { readonly name: string; readonly phone: string; readonly text: string } | null;
  readonly helper: { readonly name: string; readonly phone: string; readonly text: string } | null;
  /** There is news still to come. */
  readonly mayTell: boolean;
  readonly mayConfirm: boolean;
  readonly mayReopen: boolean;
  readonly mayCancel: boolean;
}

const hiddenPhotos = { checking: '照片在审核', hidden: '这张不能显示', shown: '' } as const;

export const shownPhoto = (photo: PhotoView): ShownPhoto => ({
  fileId: photo.fileId,
  url: photo.url ?? '',
  instead: photo.url === undefined ? hiddenPhotos[photo.state] || '照片在路上' : '',
});

const tones: Record<OrderView['status'], Tone> = {
  submitted: 'plain',
  dispatched: 'red',
  accepted: 'good',
  completed: 'warning',
  closed: 'plain',
};

/** A promise is a date and a time, and who takes over if it is broken. */
function promise(order: OrderView): PromiseView | null {
  if (order.status === 'submitted' && order.dispatchBy !== undefined) {
    if (order.late) return { title: '还没派人，已经报给上一级', line: '等不及，先打电话。', tone: 'red' };
    return { title: `最晚 ${dayTime(order.dispatchBy)} 派人`, line: '网格员正在看，派了就告诉您。', tone: 'plain' };
  }
  if (order.status === 'submitted') {
    if (order.acceptBy === undefined || order.late)
      return { title: '正在重新派人', line: '已经报到上一级，有人盯着。', tone: 'warning' };
    return { title: '正在重新派人', line: `最晚 ${dayTime(order.acceptBy)} 有人接。`, tone: 'warning' };
  }
  if (order.status === 'dispatched' && order.acceptBy !== undefined) {
    if (order.late)
      return { title: '到点了，还没人接', line: '已经报到上一级，有人盯着，不用您再催。', tone: 'warning' };
    return { title: `最晚 ${dayTime(order.acceptBy)} 有人接`, line: '到点没人接，社区书记会亲自来管。', tone: 'red' };
  }
  if (order.joined)
    return order.status === 'closed'
      ? null
      : { title: `${order.assigneeName ?? '有人'}在办`, line: '邻居点的单，您也算一个，办好了告诉您。', tone: 'good' };
  if (order.status === 'accepted')
    return { title: `${order.assigneeName ?? '有人'}接了，会来找您`, line: wantedLine(order), tone: 'good' };
  if (order.status === 'completed')
    return {
      title: '办好了吗，您说了算',
      line: order.lapsesAt === undefined ? '' : `${monthDay(order.lapsesAt)}前不说话，就先收尾，不算满意也不算不满意。`,
      tone: 'warning',
    };
  return null;
}

const wantedLine = (order: OrderView): string =>
  order.when === 'any'
    ? '什么时候来，先打电话商量。'
    : wanted(order.when, order.createdAt, Date.parse(order.createdAt));

const evidenceLines = { photo: '拍了照', code: '对上了您的四位码', phone: '打过电话' } as const;

function evidence(order: OrderView): Progress['evidence'] {
  if (order.evidence === undefined) return null;
  const { kind, note, photos } = order.evidence;
  return {
    line: note === undefined ? evidenceLines[kind] : `${evidenceLines[kind]}：${note}`,
    photos: photos.map(shownPhoto),
  };
}

function rating(order: OrderView): Progress['rating'] {
  if (order.rating === undefined) return null;
  const { stars, tags, words } = order.rating;
  return { stars, line: [tagNames(tags), words ?? ''].filter((part) => part !== '').join(' · ') };
}

function helper(order: OrderView): Progress['helper'] {
  const { assignee } = order;
  if (assignee?.phone === undefined || !assignee.mayCall) return null;
  return { name: assignee.name, phone: assignee.phone, text: `打给${assignee.name}` };
}

export function progress(order: OrderView, nowMs: number): Progress {
  return {
    orderId: order.orderId,
    version: order.version,
    status: order.joined && order.status === 'completed' ? '等邻居点头' : statusName(order, 'resident'),
    tone: order.outcome === 'solved' ? 'good' : tones[order.status],
    place: order.placeName || gridTitle(order.gridName, order.colour),
    number: `单号 ${order.number}`,
    title: orderTitle(order),
    words: order.words === undefined || order.words === order.title ? '' : order.words,
    asked: `${monthDay(order.createdAt)} ${clock(order.createdAt)} ${order.joined ? '邻居提的，您也算一个' : '由您提出'} · ${wanted(order.when, order.createdAt, nowMs)}`,
    promise: promise(order),
    photos: order.photos.map(shownPhoto),
    finishCode: order.status === 'accepted' ? (order.finishCode ?? '') : '',
    evidence: evidence(order),
    rating: rating(order),
    steps: progressSteps(order, nowMs),
    worker: order.worker === undefined ? null : { ...order.worker, text: `打给${order.worker.name}` },
    helper: helper(order),
    mayTell: order.status !== 'closed' && order.status !== 'completed',
    mayConfirm: order.actions.includes('confirm'),
    mayReopen: order.actions.includes('reopen'),
    mayCancel: order.actions.includes('cancel'),
  };
}

export const newsPromised = '好，下回有动静告诉您';

export const noStars = '先点几颗星，一颗到五颗都行。';
