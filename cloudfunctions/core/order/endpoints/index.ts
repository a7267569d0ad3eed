import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { acceptOrder } from './helper/accept';
import { appealNoShow } from './helper/appeal-no-show';
import { appointVisit } from './helper/appoint';
import { arriveAtOrder } from './helper/arrive';
import { askRequester } from './helper/ask-requester';
import { completeOrder } from './helper/complete';
import { declineOrder } from './helper/decline';
import { releaseOrder } from './helper/release';
import { standByForOrder } from './helper/stand-by';
import { withdrawQuestion } from './helper/withdraw-question';
import { blackOutWords } from './moderation/black-out-words';
import { appealHidden } from './moderation/appeal-hidden';
import { listWithheld } from './moderation/list-withheld';
import { moderateOrder } from './moderation/moderate';
import { previewPublic } from './moderation/preview-public';
import { redactPhoto } from './moderation/redact-photo';
import { findDuplicateOrders } from './reading/find-duplicates';
import { findSimilarOrder } from './reading/find-similar';
import { getOrder } from './reading/get';
import { getDesk } from './reading/get-desk';
import { listNews } from './reading/list-news';
import { listNeeds } from './reading/list-needs';
import { listMyOrders } from './reading/list-mine';
import { listOffers } from './reading/list-offers';
import { listQueue } from './reading/list-queue';
import { listWishes } from './reading/list-wishes';
import { revealPhone } from './reading/reveal-phone';
import { searchOrders } from './reading/search';
import { suggestMembers } from './reading/suggest';
import { answerQuestion } from './requester/answer-question';
import { cancelOrder } from './requester/cancel';
import { confirmOrder } from './requester/confirm';
import { changeOrderRating } from './requester/change-rating';
import { createOrder } from './requester/create';
import { joinOrder } from './requester/join';
import { makeOrderPrivate } from './requester/make-private';
import { remindOrder } from './requester/remind';
import { tickPaper } from './requester/tick-paper';
import { reopenOrder } from './requester/reopen';
import { dispatchOrder } from './staff/dispatch';
import { intakeOrder } from './staff/intake';
import { leavePool } from './staff/leave-pool';
import { mergeOrder } from './staff/merge';
import { recordOrderAnswer } from './staff/record-answer';
import { recordOrderCall } from './staff/record-call';
import { recordTold } from './staff/record-told';
import { reclassifyOrder } from './staff/reclassify';
import { relocateOrder } from './staff/relocate';
import { refuseOrder } from './staff/refuse';
import { removeHelper } from './staff/remove-helper';
import { ruleNoShow } from './staff/rule-no-show';
import { transferOrder } from './staff/transfer';

/** Orders: asking, dispatching, doing, confirming. */
export const orderEndpoints = {
  'order.create': createOrder,
  'order.intake': intakeOrder,
  'order.findDuplicates': findDuplicateOrders,
  'order.findSimilar': findSimilarOrder,
  'order.join': joinOrder,
  'order.listMine': listMyOrders,
  'order.get': getOrder,
  'order.listQueue': listQueue,
  'order.listNeeds': listNeeds,
  'order.tickPaper': tickPaper,
  'order.listNews': listNews,
  'order.recordTold': recordTold,
  'order.listOffers': listOffers,
  'order.listWishes': listWishes,
  'order.suggest': suggestMembers,
  'order.dispatch': dispatchOrder,
  'order.accept': acceptOrder,
  'order.decline': declineOrder,
  'order.release': releaseOrder,
  'order.appoint': appointVisit,
  'order.arrive': arriveAtOrder,
  'order.standBy': standByForOrder,
  'order.appealNoShow': appealNoShow,
  'order.ruleNoShow': ruleNoShow,
  'order.complete': completeOrder,
  'order.confirm': confirmOrder,
  'order.changeRating': changeOrderRating,
  'order.makePrivate': makeOrderPrivate,
  'order.reopen': reopenOrder,
  'order.cancel': cancelOrder,
  'order.refuse': refuseOrder,
  'order.merge': mergeOrder,
  'order.transfer': transferOrder,
  'order.recordAnswer': recordOrderAnswer,
  'order.reclassify': reclassifyOrder,
  'order.relocate': relocateOrder,
  'order.recordCall': recordOrderCall,
  'order.askRequester': askRequester,
  'order.answerQuestion': answerQuestion,
  'order.withdrawQuestion': withdrawQuestion,
  'order.removeHelper': removeHelper,
  'order.leavePool': leavePool,
  'order.remind': remindOrder,
  'order.revealPhone': revealPhone,
  'order.listWithheld': listWithheld,
  'order.moderate': moderateOrder,
  'order.appealHidden': appealHidden,
  'order.blackOutWords': blackOutWords,
  'order.redactPhoto': redactPhoto,
  'order.previewPublic': previewPublic,
  'order.getDesk': getDesk,
  'order.search': searchOrders,
} satisfies Partial<Routes<Caller>>;
