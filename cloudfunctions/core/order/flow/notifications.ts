import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Notification } from '../../message/outgoing';
import type { Announcement, Change } from './announcement';
import {
  holderIds,
  leftNews,
  movedAwayNews,
  noShowNews,
  paidHelpers,
  passedOverNews,
  removedNews,
  rulingNews,
  seatNews,
  wasAsked,
} from './seat-news';
import { confirmerOf } from '../rules/confirmer';
import { isCallFirst } from '../rules/call';
import { isHeadsTurn } from '../rules/head-turn';
import { isListed } from '../rules/wish';
import { waitingOf } from '../rules/deadlines';
import { lineBetween } from '../rules/trail';
import { messageContent } from './message-content';
import type { Wait } from '../rules/waits';
import { type Order, type TrailLine } from '../document/order';

/** Who is notified of a move, and of what; nobody is notified of what they did themselves. */
export function notificationsOf(before: Order, after: Order): readonly Notification[] {
  const line = lineBetween(before, after);
  if (!line) return [];
  const actorId = line.by?.personId;
  const byRequester = line.hat === null || actorId === before.requester.personId;
  return announcements[line.action]({ before, after, line, byRequester }).flatMap(({ kind, to }) => {
    const personIds = [...new Set(to)].flatMap((id) => (id === undefined || id === actorId ? [] : [id]));
    return personIds.length === 0 ? [] : [{ personIds, content: messageContent(kind, after, line) }];
  });
}

/** Who sends somebody: the grid worker, and where there is none, the next above. */
function looksAfter({ worker, leader, secretary }: Order): string | undefined {
  return (worker ?? leader ?? secretary)?.personId;
}

/** Whom the order has come to since. */
function newlyResponsible({ before, after }: Change): readonly string[] {
  return after.responsibleIds.filter((id) => !before.responsibleIds.includes(id));
}

/** What a dispatch tells who waits: somebody was asked, or a wish is in the pool for its Saturday. */
function publishedNews({ after }: Change): MessageKind {
  return isListed(after) ? 'published' : 'dispatched';
}

/** A courtyard's head looked at an errand and handed it on: it is offered to the worker, who need not hear it twice. */
function isVouched({ after }: Change): boolean {
  return after.status === 'dispatched';
}

/** Who hears that somebody took it, or that the head of its courtyard handed it on. */
function acceptedNews(change: Change): readonly (string | undefined)[] {
  if (change.after.status === 'submitted') return [];
  return isVouched(change) ? change.after.followers : acceptanceNews(change);
}

/** Who waits for somebody to come, and who was asked and need not go any more. */
function acceptanceNews({ before, after }: Change): readonly (string | undefined)[] {
  const relieved = before.responsibleIds.filter((id) => !after.responsibleIds.includes(id));
  return [...after.followers, after.worker?.personId, ...alarmed(before), ...relieved];
}

const announcements: Readonly<Record<TrailLine['action'], (change: Change) => readonly Announcement[]>> = {
  create: ({ after }) => [
    { kind: 'to-vouch', to: isHeadsTurn(after) ? [after.headTurn?.head.personId] : [] },
    { kind: 'created', to: isHeadsTurn(after) && !isCallFirst(after) ? [] : [looksAfter(after)] },
  ],
  join: () => [],
  dispatch: (change) => [
    { kind: 'offered', to: newlyResponsible(change) },
    { kind: publishedNews(change), to: [...change.after.followers, ...alarmed(change.before)] },
    ...seatNews(change),
  ],
  accept: (change) => [
    // The head looked at it, and nobody is there to take it by post.
    { kind: 'created', to: change.after.status === 'submitted' ? [looksAfter(change.after)] : [] },
    { kind: 'accepted', to: acceptedNews(change) },
    { kind: 'offered', to: newlyResponsible(change) },
  ],
  decline: (change) => [...(wasAsked(change) ? announceReturn(change) : []), ...seatNews(change)],
  release: (change) => [...announceReturn(change), ...seatNews(change), ...completionNews(change)],
  appoint: ({ after }) => [{ kind: 'appointed', to: after.followers }],
  arrive: () => [],
  standBy: seatNews,
  complete: completionNews,
  appealNoShow: ({ after }) => [{ kind: 'appealed', to: [after.secretary?.personId] }],
  ruleNoShow: rulingNews,
  confirm: ({ before, after }) => [
    { kind: 'points', to: paidHelpers(after, true) },
    { kind: 'closed', to: paidHelpers(after, false) },
    { kind: 'solved', to: [...after.followers, ...alarmed(before)] },
    { kind: 'vouched', to: after.vouching && 'points' in after.vouching.award ? [after.vouching.personId] : [] },
  ],
  changeRating: () => [],
  makePrivate: ({ before, after }) => [
    { kind: 'made-private', to: before.followers.filter((id) => !after.followers.includes(id)) },
  ],
  reopen: ({ after }) => [
    { kind: 'reopened', to: holderIds(after) },
    { kind: 'unsolved', to: [after.worker?.personId, after.secretary?.personId, ...askedAgain(after)] },
  ],
  cancel: ({ before, after }) => [
    {
      kind: 'cancelled',
      to: [...before.responsibleIds, headAsked(before), ...lookingAfter(before), ...after.followers],
    },
  ],
  refuse: ({ before, after }) => [
    { kind: 'refused', to: [...after.followers, ...lookingAfter(before)] },
    { kind: 'closed', to: [...before.responsibleIds, headAsked(before)] },
  ],
  merge: ({ before, after }) => [
    {
      kind: 'merged',
      to: [...after.followers, ...before.responsibleIds, headAsked(before), ...lookingAfter(before)],
    },
  ],
  recordAnswer: ({ before, after }) => [{ kind: 'answered', to: [...after.followers, ...lookingAfter(before)] }],
  transfer: ({ before, after }) => [
    {
      kind: 'transferred',
      to: [...after.followers, ...before.responsibleIds, headAsked(before), ...lookingAfter(before)],
    },
  ],
  reclassify: ({ before, after }) => [
    { kind: 'to-vouch', to: isHeadsTurn(after) && !isHeadsTurn(before) ? [after.headTurn?.head.personId] : [] },
    { kind: 'created', to: after.urgent && !before.urgent ? [looksAfter(after)] : [] },
  ],
  relocate: relocationNews,
  askRequester: ({ after }) => [{ kind: 'question', to: [after.requester.personId] }],
  answerQuestion: (change) => [{ kind: 'replied', to: waitingPeople(change) }],
  withdrawQuestion: () => [],
  removeHelper: (change) => [...removedNews(change), ...seatNews(change), ...completionNews(change)],
  leavePool: ({ after }) => [{ kind: 'returned', to: after.status === 'submitted' ? after.followers : [] }],
  remind: ({ after, byRequester }) => [{ kind: 'reminded', to: remindedOf(after, byRequester) }],
  recordCall: ({ before, after }) => [
    { kind: 'unreached', to: isCallFirst(before) && isCallFirst(after) ? [after.requester.personId] : [] },
    { kind: waitingOf(after)?.wait === 'unreachable' ? 'unreachable' : 'finished', to: relievedOf(before, after) },
  ],
  warn: ({ after }) => [warningOf(after)],
  escalate: ({ after }) => {
    const waiting = waitingOf(after);
    return waiting ? [{ kind: overdueNews[waiting.wait], to: [escalatedTo(after, waiting.escalation)] }] : [];
  },
  relist: ({ after }) => [{ kind: 'relisted', to: after.followers }],
  expire: ({ after }) => [{ kind: 'expired', to: [...after.followers, looksAfter(after)] }],
  passOn: ({ after }) => [{ kind: 'passed-on', to: [looksAfter(after), after.requester.personId] }],
  withdraw: (change) => [...movedAwayNews(change), ...seatNews(change), ...completionNews(change)],
  noShow: (change) => [...noShowNews(change), ...seatNews(change), ...completionNews(change)],
  passSeat: (change) => [...passedOverNews(change), ...seatNews(change)],
  expireQuestion: (change) => [{ kind: 'not-replied', to: waitingPeople(change) }],
  restore: ({ after }) => [{ kind: 'restored', to: [...after.followers, after.worker?.personId] }],
  lapse: ({ after }) => [{ kind: 'closed', to: [...after.followers, ...holderIds(after)] }],
};

/** Everybody who had it, and who has it now; of an errand, the head of the right courtyard is asked. */
function relocationNews({ before, after }: Change): readonly Announcement[] {
  const asked = headAsked(after);
  const had = [before.worker?.personId, headAsked(before), ...before.responsibleIds];
  return [
    { kind: 'to-vouch', to: asked === headAsked(before) ? [] : [asked] },
    {
      kind: 'relocated',
      to: [...had, looksAfter(after), ...after.followers, ...after.responsibleIds].filter((id) => id !== asked),
    },
  ];
}

/** The head of its courtyard, while it is theirs to vouch for it. */
function headAsked(order: Order): string | undefined {
  return isHeadsTurn(order) ? order.headTurn?.head.personId : undefined;
}

/** Who waited for the requester's answer: whoever asked, those who do it, and the grid worker. */
function waitingPeople({ before, after }: Change): readonly (string | undefined)[] {
  return [before.question?.by.personId, ...holderIds(after), looksAfter(after)];
}

/** Everybody who is at it has done their part. */
function completionNews({ before, after }: Change): readonly Announcement[] {
  if (after.status !== 'completed') return [];
  return [
    { kind: 'completed', to: askedAgain(after) },
    { kind: 'to-call', to: [callerOf(after)] },
    { kind: 'committee-to-call', to: [committeeOf(after)] },
    { kind: 'finished', to: stageAlarmed(before) },
  ];
}

/** A member said no, or gave the order back; where nobody is left who was asked, nobody is coming. */
function announceReturn(change: Change): readonly Announcement[] {
  const { before, after, line } = change;
  const ruling: Announcement = { kind: 'ruling', to: after.ruling ? [after.secretary?.personId] : [] };
  const kind = line.action === 'release' ? 'given-back' : 'declined';
  return [{ kind, to: [after.worker?.personId, ...stageAlarmed(before)] }, ruling, leftNews(change)];
}

/** What is said to whoever is next in line, by what the order waits for. */
const overdueNews: Readonly<Record<Wait, MessageKind>> = {
  vouching: 'passed-on',
  dispatch: 'overdue',
  acceptance: 'overdue',
  claim: 'expired',
  completion: 'stalled',
  call: 'uncalled',
  unreachable: 'closed',
  confirmation: 'closed',
  answer: 'unanswered',
  reply: 'not-replied',
};

/** Whoever can still keep the time that is running out. */
function warningOf(after: Order): Announcement {
  switch (waitingOf(after)?.wait) {
    case 'vouching':
      return { kind: 'to-vouch', to: [after.headTurn?.head.personId] };
    case 'completion':
      return { kind: 'finish-soon', to: [...holderIds(after), after.worker?.personId] };
    case 'call':
    case 'unreachable':
      return { kind: 'to-call', to: [callerOf(after)] };
    case 'reply':
      return { kind: 'question', to: [after.requester.personId] };
    case 'answer':
      return { kind: 'answer-soon', to: [after.worker?.personId] };
    case 'confirmation':
      return { kind: 'lapse-soon', to: askedAgain(after) };
    default:
      return { kind: 'due-soon', to: [...after.responsibleIds, after.worker?.personId] };
  }
}

/** Who asks somebody without WeChat on the phone; nobody where the requester says it themselves. */
function callerOf(order: Order): string | undefined {
  const { by, party } = confirmerOf(order);
  return by === 'requester' ? undefined : party?.personId;
}

/** Who finds somebody of the committee to ask, where all whom the order names had a hand in it. */
function committeeOf(order: Order): string | undefined {
  const { by, party } = confirmerOf(order);
  return by === 'committee' && !party ? (order.secretary ?? order.leader)?.personId : undefined;
}

/** Who says whether it is solved: the requester, and whoever asked for the same in an order of their own. */
function askedAgain({ requester, joined }: Order): readonly string[] {
  return [
    requester.personId,
    ...joined.filter(({ mergedFrom }) => mergedFrom !== undefined).map((one) => one.personId),
  ];
}

/** Who was told that it needs a hand: each level that it reached, and the secretary of a ruling or of "not solved". */
function alarmed(order: Order): readonly (string | undefined)[] {
  const levels = [...levelsOf(order, order.escalation), ...stageAlarmed(order)];
  return order.ruling || order.reopened > 0 ? [...levels, order.secretary?.personId] : levels;
}

/** Who was told that nobody had asked, once somebody did, or tried often enough. */
function relievedOf(before: Order, after: Order): readonly (string | undefined)[] {
  return before.stageClock === after.stageClock ? [] : stageAlarmed(before);
}

/** Who was told that an order in hand lies where it lies. */
function stageAlarmed(order: Order): readonly (string | undefined)[] {
  return levelsOf(order, order.stageClock?.escalation ?? 0);
}

function levelsOf(order: Order, escalation: number): readonly (string | undefined)[] {
  return Array.from({ length: escalation }, (_, index) => escalatedTo(order, index + 1));
}

/** The grid worker, who heard of it first, and whoever was told that it needs a hand. */
function lookingAfter(order: Order): readonly (string | undefined)[] {
  return [order.worker?.personId, ...alarmed(order)];
}

/** Whose turn it is; a waiting requester also reminds the grid worker, who is to chase the others. */
function remindedOf(order: Order, byRequester: boolean): readonly (string | undefined)[] {
  if (order.status === 'completed') return [order.requester.personId];
  if (order.status === 'accepted') return holderIds(order);
  return byRequester ? [order.worker?.personId, ...order.responsibleIds] : order.responsibleIds;
}

/** Each level in turn; where nobody holds the post, the next one that somebody holds. */
function escalatedTo(order: Order, level: number): string | undefined {
  const levels = [order.worker, order.leader, order.secretary].slice(level - 1);
  return levels.find((party) => party !== null)?.personId;
}
