import type { PaperView } from '../../../../miniprogram/contracts/order-beside';
import { gridStaffHats } from '../../../../miniprogram/contracts/hat';
import type { ConfirmerView } from '../../../../miniprogram/contracts/award';
import {
  clockActions,
  type ClockAction,
  type OrderAction,
  type OrderSummary,
  type OrderView,
  type TrailView,
} from '../../../../miniprogram/contracts/order';
import { availableActions } from '../rules/available-actions';
import { isReopened } from '../document/index-fields';
import { owedTo } from '../rules/owed-news';
import { isCalled, mergedCallers, type OrderActor } from '../rules/relations';
import { confirmerOf } from '../rules/confirmer';
import { isCallFirst, needsCall } from '../rules/call';
import { isPastDeadline } from '../rules/deadlines';
import { awaitsAcceptance } from '../rules/lifecycle';
import type { Assignee, Award, ListedOrder, Order, TrailLine } from '../document/order';
import { ownTextsOf } from '../rules/own-texts';
import { ratingPart } from '../rules/public-parts';
import { reportedAt, reportedTo } from '../rules/reported-to';
import { readableWords, readsNote } from '../rules/readable-parts';
import type { PaperTick } from '../document/beside';
import { courtyardLabelOf } from '../../place/rules/courtyard-label';
import type { PlaceRef } from '../../place/place';
import type { Visibility } from '../rules/visibility';
import { mayTick } from '../rules/papers';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { seatOf, seatsOf } from '../rules/seats';
import { partReader, withheldView, type PartReader } from './part-view';
import { evidenceView, offeredView, partyView, photoViews, type PhotoUrls } from './party-view';
import { seatDetails, seatSummary } from './seat-view';
import { completionOf, ofKind, questionView, transferOf, untilAccepted, waitView } from './wait-view';

/** The household for whoever goes, its courtyard or its grid for the others. */
function placeNameOf(place: PlaceRef, visibility: Visibility): string {
  if (!visibility.place) return place.gridName;
  return visibility.door ? place.label : courtyardLabelOf(place);
}

/** An order in a list, as far as the reader may see it. */
export function summaryOf(order: ListedOrder, visibility: Visibility, actor: OrderActor, now: Date): OrderSummary {
  const { place } = order;
  if (visibility.sealed) return sealedSummary(order);
  const late = order.late || (awaitsAcceptance(order.status) && isPastDeadline(order, now));
  return {
    orderId: order._id,
    number: order.number,
    kind: order.kind,
    category: visibility.content ? order.category : 'other',
    ...(visibility.content && order.categoryName !== undefined && { categoryName: order.categoryName }),
    status: order.status,
    ...(order.outcome && { outcome: order.outcome }),
    ...titleView(order, visibility),
    private: order.private,
    source: order.source,
    urgent: order.urgent,
    placeName: placeNameOf(place, visibility),
    gridName: place.gridName,
    ...(place.colour && { colour: place.colour }),
    ...(visibility.requester && { requesterKind: order.requester.kind }),
    when: order.when,
    createdAt: order.createdAt.toISOString(),
    ...untilAccepted(order),
    ...ofKind(order),
    late,
    ...reportOf(order),
    offered: order.offers.filter((offer) => offer.state === 'open').length,
    returns: order.returns,
    ...(visibility.assignee && order.assignee && { assigneeName: order.assignee.name }),
    ...(order.joined.some(({ personId }) => personId === actor.personId) && { joined: true }),
    ...(visibility.requester && callsOf(order)),
    ...(order.status === 'accepted' && visibility.assignee && completionOf(order)),
    ...(visibility.content && isReopened(order) && { unsolved: true }),
    ...(visibility.content && transferOf(order)),
    ...seatSummary(order, visibility, actor),
    actions: availableActions(order, actor, now),
    version: order.version,
  };
}

function reportOf(order: ListedOrder): Pick<OrderSummary, 'reportedTo'> {
  const hat = reportedTo(order);
  return hat === undefined ? {} : { reportedTo: hat };
}

/**
 * 一项代办, which is the same line whatever the errand is, whose, since when and how far: only that it lies in a grid of
 * the reader's own courtyard.
 */
function sealedSummary({ _id, place }: ListedOrder): OrderSummary {
  return {
    orderId: _id,
    number: '',
    kind: 'agency',
    category: 'other',
    status: 'submitted',
    private: true,
    source: 'card',
    urgent: false,
    placeName: place.gridName,
    gridName: place.gridName,
    ...(place.colour && { colour: place.colour }),
    when: 'any',
    createdAt: '',
    late: false,
    offered: 0,
    returns: 0,
    actions: [],
    version: 0,
  };
}

/** An order in full, as far as the reader may see it. */
export function viewOf(
  order: Order,
  visibility: Visibility,
  reader: { readonly actor: OrderActor; readonly now: Date; readonly urls: PhotoUrls },
): OrderView {
  if (visibility.sealed) return { ...sealedSummary(order), photos: [], trail: [] };
  const parts = partReader(order, visibility, reader);
  return {
    ...summaryOf(order, visibility, reader.actor, reader.now),
    ...(visibility.content && contentOf(order, visibility)),
    photos: visibility.record ? photoViews(order.photos, order.requester.personId, parts) : [],
    ...(visibility.requester && { requester: partyView(order.requester, visibility.requesterPhone, visibility) }),
    ...(visibility.assignee && order.assignee && { assignee: assigneeView(order.assignee, visibility) }),
    ...(visibility.others &&
      (order.status === 'dispatched' || order.capacity > 1) &&
      offeredView(order.offers.filter(({ state }) => state === 'open'))),
    ...(order.worker && { worker: { name: order.worker.name, phone: order.worker.phone } }),
    ...(visibility.code && order.status === 'accepted' && { finishCode: order.finishCode }),
    ...(visibility.record && recordOf(order, parts)),
    ...withheldView(order, visibility, reader.actor),
    ...(visibility.content && order.answer !== undefined && { answer: order.answer }),
    ...(visibility.record && order.question && { question: questionView(order.question) }),
    ...ownTextsView(order, reader.actor),
    ...removalView(order, reader.actor),
    ...(visibility.assignee && awardView(awardFor(order, reader.actor))),
    ...(visibility.content && mayTick(order, reader.actor) && { mayTick: true }),
    ...(visibility.others && toldView(order)),
    ...seatDetails(order, visibility, { actor: reader.actor, parts }),
    ...(visibility.place && order.status === 'completed' && { confirmer: confirmerView(order, reader.actor) }),
    trail: order.trail.map((line) => trailView(line, order, visibility, reader.actor)),
    ...waitView(order, visibility),
  };
}

/** For their author, who may black them out. */
function ownTextsView(order: Order, { personId }: OrderActor): Pick<OrderView, 'ownTexts'> {
  const ownTexts = ownTextsOf(order, personId);
  return ownTexts.length === 0 ? {} : { ownTexts };
}

function contentOf(
  order: Order,
  visibility: Visibility,
): Pick<OrderView, 'words' | 'skill' | 'papers' | 'wishYuan' | 'publicWords'> {
  const { checklist = [], ticks = [], skill, wish } = order;
  const words = readableWords(order, visibility);
  return {
    ...(words !== undefined && { words }),
    ...(skill && { skill }),
    ...(checklist.length > 0 && { papers: checklist.map((name, paper) => paperView(name, ticks, paper)) }),
    ...(wish && { wishYuan: wish.valueYuan, ...(visibility.requester && { publicWords: wish.publicWords }) }),
  };
}

function paperView(name: string, ticks: readonly PaperTick[], paper: number): PaperView {
  const tick = ticks.find((one) => one.paper === paper);
  if (!tick) return { name, done: false };
  return { name, done: tick.done, byName: tick.by.name, at: tick.at.toISOString() };
}

/** Who last told somebody without WeChat what became of it, and whether something is still to be told. */
function toldView(order: Order): Pick<OrderView, 'told' | 'newsToTell' | 'mergedToTell' | 'mayPrintSlip'> {
  const { toldNews = [] } = order;
  const owed = owedTo(order, undefined);
  const merged = mergedCallers(order).filter(({ personId }) => owedTo(order, personId).length > 0);
  const last = toldNews.at(-1);
  return {
    ...(isCalled(order) && { mayPrintSlip: true }),
    ...(last && { told: { byName: last.by.name, at: last.at.toISOString() } }),
    ...(owed.length > 0 && { newsToTell: owed.map(({ kind, at }) => ({ kind, at: at.toISOString() })) }),
    ...(merged.length > 0 && { mergedToTell: merged.map(({ name }) => name) }),
  };
}

/** Its first words, or that the reader may not read them for now. */
function titleView(order: ListedOrder, visibility: Visibility): Pick<OrderSummary, 'title' | 'wordsWithheld'> {
  if (!visibility.content) return {};
  const words = readableWords(order, visibility);
  return words === undefined ? { wordsWithheld: true } : { title: titleOf(words) };
}

/** The calls that come before anything else, or that are due beside it. */
function callsOf(order: ListedOrder): Pick<OrderSummary, 'callFirst' | 'callDue'> {
  return { ...(isCallFirst(order) && { callFirst: true }), ...(needsCall(order) && { callDue: true }) };
}

function assigneeView(assignee: Assignee, visibility: Visibility): NonNullable<OrderView['assignee']> {
  const view = partyView(assignee, visibility.assigneePhone, visibility);
  return visibility.others ? { ...view, personId: assignee.personId } : view;
}

/** Why the reader was taken off it, until they are asked again. */
function removalView({ offers }: Order, { personId }: OrderActor): Pick<OrderView, 'removedFor'> {
  const own = offers.filter((offer) => offer.personId === personId).at(-1);
  return own?.state === 'removed' && own.reason !== null ? { removedFor: own.reason } : {};
}

function recordOf({ evidence, rating, assignee }: Order, parts: PartReader): Pick<OrderView, 'evidence' | 'rating'> {
  return {
    ...(evidence && { evidence: evidenceView(evidence, assignee?.personId ?? '', parts) }),
    ...(rating && {
      rating: {
        stars: rating.stars,
        tags: rating.tags,
        via: rating.via,
        ...(rating.words !== null && parts.reads(ratingPart) && { words: rating.words }),
        ...(rating.changedAt && { changed: true }),
      },
    }),
  };
}

/** Each of several reads of their own award, everybody else of the first one's. */
function awardFor(order: Order, { personId }: OrderActor): Award | null {
  return (seatsOf(order).find((seat) => seat.personId === personId) ?? order).award;
}

function awardView(award: Award | null): Pick<OrderView, 'award' | 'awardRefused'> {
  if (!award) return {};
  return 'refused' in award ? { awardRefused: award.refused } : { award };
}

/** Staff are told by name whom to ask; everybody else, whose part it is. */
function confirmerView(order: Order, { hat }: OrderActor): ConfirmerView {
  const { by, party } = confirmerOf(order);
  const isNamed = by !== 'requester' && party !== null && gridStaffHats.some((one) => one === hat);
  return { by, ...(isNamed && { name: party.name }) };
}

/** Moves of people who were asked and said no: nobody's business but the staff's. */
const refusals: ReadonlySet<OrderAction | 'create'> = new Set([
  'decline',
  'release',
  'removeHelper',
  'appealNoShow',
  'ruleNoShow',
]);

function trailView(line: TrailLine, order: Order, visibility: Visibility, actor: OrderActor): TrailView {
  const { at, action, hat, reason, note, count, repeated } = line;
  const isVisible = visibility.content && (visibility.others || !refusals.has(asMove(action)));
  return {
    at: at.toISOString(),
    action,
    ...(line.by && maySeeName(line, order, visibility) && { byName: line.by.name }),
    ...(hat && { hat }),
    ...reportedBy(line, order),
    ...(isVisible && reason !== null && { reason }),
    ...(isVisible &&
      mayReadNote(action, visibility) &&
      note !== null &&
      readsNote(line, order, { visibility, actor }) && { note }),
    ...(count !== null && action === 'dispatch' && { count }),
    ...(repeated && { repeated: { count: repeated.count, lastAt: repeated.lastAt.toISOString() } }),
  };
}

/** The clock wears no hat: its line has that of whoever it told. */
function reportedBy({ action, count, repeated }: TrailLine, order: Order): Pick<TrailView, 'hat'> {
  if (action !== 'escalate') return {};
  const hat = reportedAt(order, (count ?? 0) + (repeated?.count ?? 0));
  return hat === undefined ? {} : { hat };
}

/** A note is read by whom its field names: what staff say to whoever goes, by those who go. */
function mayReadNote(action: TrailLine['action'], { record, instructions }: Visibility): boolean {
  return action === 'dispatch' ? instructions : record;
}

function asMove(action: TrailLine['action']): OrderAction | 'create' {
  const byClock = clockActions;
  const isByClock = (one: TrailLine['action']): one is ClockAction => byClock.some((each) => each === one);
  return isByClock(action) ? 'create' : action;
}

/** A name in the trail follows who it is to the order: requester, whoever does it, staff, or somebody who said no. */
function maySeeName({ by, hat }: TrailLine, order: Order, visibility: Visibility): boolean {
  if (visibility.others) return true;
  if (by?.personId === order.requester.personId) return visibility.requester;
  if (by && seatOf(order, by.personId)) return visibility.assignee;
  return gridStaffHats.some((one) => one === hat);
}
