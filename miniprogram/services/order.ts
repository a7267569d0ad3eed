import type { Input, Output } from '../contracts/api';
import type { Reply } from '../contracts/error';
import type { NeedDay } from '../contracts/need';
import type { OrderSummary, OrderView, QueueFilter } from '../contracts/order';
import { call, write } from './platform/call';

/** Which order, as the reader last saw it. */
export type OrderRef = Pick<OrderSummary, 'orderId' | 'version'>;
type Extra<Name extends 'order.accept' | MoveWithExtra> = Omit<Input<Name>, 'orderId' | 'version' | 'requestId'>;
type MoveWithExtra =
  | 'order.dispatch'
  | 'order.decline'
  | 'order.release'
  | 'order.appoint'
  | 'order.appealNoShow'
  | 'order.ruleNoShow'
  | 'order.complete'
  | 'order.confirm'
  | 'order.reopen'
  | 'order.cancel'
  | 'order.refuse'
  | 'order.merge'
  | 'order.transfer'
  | 'order.recordAnswer'
  | 'order.reclassify'
  | 'order.relocate'
  | 'order.recordCall'
  | 'order.askRequester'
  | 'order.answerQuestion'
  | 'order.removeHelper';

/** The requester's word on what was done. */
export type RatingInput = Extra<'order.confirm'>;

const page = (cursor?: string): { cursor?: string } => (cursor === undefined ? {} : { cursor });
const ref = ({ orderId, version }: OrderRef): OrderRef => ({ orderId, version });

/** The draft brings its own requestId: the same draft submitted twice is one order. */
export const create = (draft: Input<'order.create'>) => call('order.create', draft);
export const intake = (draft: Input<'order.intake'>) => call('order.intake', draft);
export const findSimilar = (category: string, order: { words?: string; token?: string; placeId?: string }) =>
  call('order.findSimilar', { category, ...order });
export const findDuplicates = (about: Input<'order.findDuplicates'>) => call('order.findDuplicates', about);
export const listMine = (state: 'open' | 'closed', cursor?: string) =>
  call('order.listMine', { state, ...page(cursor) });
export const get = (orderId: string) => call('order.get', { orderId });
export const listQueue = (filter: QueueFilter, cursor?: string) => call('order.listQueue', { filter, ...page(cursor) });
export const listOffers = (state: 'open' | 'closed', cursor?: string) =>
  call('order.listOffers', { state, ...page(cursor) });
export const listWishes = (cursor?: string) => call('order.listWishes', page(cursor));
export const suggest = (orderId: string, cursor?: string) => call('order.suggest', { orderId, ...page(cursor) });
export const getDesk = (list: 'overdue' | 'returned' | 'reopened', cursor?: string) =>
  call('order.getDesk', { list, ...page(cursor) });
export const listNeeds = (day: NeedDay | undefined, cursor?: string) =>
  call('order.listNeeds', { ...(day !== undefined && { day }), ...page(cursor) });
export const search = (asked: Omit<Input<'order.search'>, 'cursor'>, cursor?: string) =>
  call('order.search', { ...asked, ...page(cursor) });
export const revealPhone = (
  orderId: string,
  party: 'requester' | 'assignee',
  personId?: string,
): Promise<Reply<Output<'order.revealPhone'>>> =>
  write('order.revealPhone', { orderId, party, ...(personId !== undefined && { personId }) });

type Moved = Promise<Reply<OrderView>>;
export const join = (order: OrderRef): Moved => write('order.join', ref(order));
export const remind = (order: OrderRef): Moved => write('order.remind', ref(order));
export const accept = (order: OrderRef, member: Extra<'order.accept'> = {}): Moved =>
  write('order.accept', { ...ref(order), ...member });
export const dispatch = (order: OrderRef, to: Extra<'order.dispatch'>): Moved =>
  write('order.dispatch', { ...ref(order), ...to });
export const decline = (order: OrderRef, reason: Extra<'order.decline'>): Moved =>
  write('order.decline', { ...ref(order), ...reason });
export const release = (order: OrderRef, reason: Extra<'order.release'>): Moved =>
  write('order.release', { ...ref(order), ...reason });
export const appoint = (order: OrderRef, hours: Extra<'order.appoint'>): Moved =>
  write('order.appoint', { ...ref(order), ...hours });
export const arrive = (order: OrderRef): Moved => write('order.arrive', ref(order));
export const standBy = (order: OrderRef): Moved => write('order.standBy', ref(order));
export const appealNoShow = (order: OrderRef, how: Extra<'order.appealNoShow'>): Moved =>
  write('order.appealNoShow', { ...ref(order), ...how });
export const ruleNoShow = (order: OrderRef, ruling: Extra<'order.ruleNoShow'>): Moved =>
  write('order.ruleNoShow', { ...ref(order), ...ruling });
export const complete = (order: OrderRef, result: Extra<'order.complete'>): Moved =>
  write('order.complete', { ...ref(order), ...result });
/** WeChat wraps every module in a function that already has a `confirm`. */
const confirmSolved = (order: OrderRef, rating: RatingInput): Moved =>
  write('order.confirm', { ...ref(order), ...rating });
/** Another one in the place of the first. */
export const changeRating = (order: OrderRef, rating: RatingInput): Moved =>
  write('order.changeRating', { ...ref(order), ...rating });
export const makePrivate = (order: OrderRef): Moved => write('order.makePrivate', ref(order));
export const reopen = (order: OrderRef, reason: Extra<'order.reopen'>): Moved =>
  write('order.reopen', { ...ref(order), ...reason });
export const cancel = (order: OrderRef, reason: Extra<'order.cancel'>): Moved =>
  write('order.cancel', { ...ref(order), ...reason });
export const refuse = (order: OrderRef, reason: Extra<'order.refuse'>): Moved =>
  write('order.refuse', { ...ref(order), ...reason });
export const merge = (order: OrderRef, into: Extra<'order.merge'>): Moved =>
  write('order.merge', { ...ref(order), ...into });
export const transfer = (order: OrderRef, to: Extra<'order.transfer'>): Moved =>
  write('order.transfer', { ...ref(order), ...to });
export const recordAnswer = (order: OrderRef, answer: Extra<'order.recordAnswer'>): Moved =>
  write('order.recordAnswer', { ...ref(order), ...answer });
export const reclassify = (order: OrderRef, to: Extra<'order.reclassify'>): Moved =>
  write('order.reclassify', { ...ref(order), ...to });
export const relocate = (order: OrderRef, to: Extra<'order.relocate'>): Moved =>
  write('order.relocate', { ...ref(order), ...to });
export const recordCall = (order: OrderRef, call: Extra<'order.recordCall'>): Moved =>
  write('order.recordCall', { ...ref(order), ...call });
export const askRequester = (order: OrderRef, question: Extra<'order.askRequester'>): Moved =>
  write('order.askRequester', { ...ref(order), ...question });
export const answerQuestion = (order: OrderRef, answer: Extra<'order.answerQuestion'>): Moved =>
  write('order.answerQuestion', { ...ref(order), ...answer });
export const withdrawQuestion = (order: OrderRef): Moved => write('order.withdrawQuestion', ref(order));
export const removeHelper = (order: OrderRef, helper: Extra<'order.removeHelper'>): Moved =>
  write('order.removeHelper', { ...ref(order), ...helper });
export const tickPaper = (orderId: string, paper: number, done: boolean): Moved =>
  write('order.tickPaper', { orderId, paper, done });
/** Whom staff have to ring, and what to tell them. */
export const listNews = (cursor?: string) => call('order.listNews', cursor === undefined ? {} : { cursor });
export const recordTold = (orderId: string, personId?: string): Moved =>
  write('order.recordTold', { orderId, ...(personId !== undefined && { personId }) });
export const leavePool = (order: OrderRef): Moved => write('order.leavePool', ref(order));

export { confirmSolved as confirm };
