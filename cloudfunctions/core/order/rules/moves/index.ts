import type { ClockAction } from '../../../../../miniprogram/contracts/order';
import type { Result } from '../../../platform/result';
import type { CommandFor, OrderCommand } from '../command';
import type { OrderState } from '../../document/order';
import { warn } from './warn';
import { lapse } from './lapse';
import { escalate } from './escalate';
import { accept } from './accept';
import { askRequester, endQuestion, expireQuestion } from './ask-requester';
import { appealNoShow, ruleNoShow } from './appeal-no-show';
import { appoint } from './appoint';
import { arrive } from './arrive';
import { noShow } from './no-show';
import { passSeat } from './pass-seat';
import { standBy } from './stand-by';
import { removeHelper } from './remove-helper';
import { leavePool } from './leave-pool';
import { complete } from './complete';
import { release } from './release';
import { changeRating } from './change-rating';
import { makePrivate } from './make-private';
import { decline } from './decline';
import { confirm } from './confirm';
import { join } from './join';
import { cancel } from './cancel';
import { reopen } from './reopen';
import { dispatch } from './dispatch';
import { remind } from './remind';
import { transfer } from './transfer';
import { merge } from './merge';
import { recordAnswer } from './record-answer';
import { reclassify } from './reclassify';
import { relocate } from './relocate';
import { recordCall } from './record-call';
import { refuse } from './refuse';
import { restore } from './restored';
import { withdraw } from './withdraw';
import { passOn } from './pass-on';
import { expire, relist } from './relist';
import type { MoveEffect, MoveContext } from '../effect';

/** The body of each move; `decide` has looked at status, person and version before. */
export function effectOf(order: OrderState, command: OrderCommand, context: MoveContext): Result<MoveEffect> {
  switch (command.action) {
    case 'accept':
    case 'decline':
    case 'release':
    case 'appoint':
    case 'arrive':
    case 'standBy':
    case 'appealNoShow':
    case 'ruleNoShow':
    case 'complete':
      return seatEffectOf(order, command, context);
    case 'confirm':
    case 'changeRating':
    case 'makePrivate':
    case 'reopen':
    case 'cancel':
    case 'remind':
    case 'join':
      return requesterEffectOf(order, command, context);
    case 'dispatch':
    case 'refuse':
    case 'merge':
    case 'transfer':
    case 'recordAnswer':
    case 'reclassify':
    case 'relocate':
    case 'recordCall':
    case 'removeHelper':
    case 'leavePool':
      return staffEffectOf(order, command, context);
    case 'askRequester':
    case 'answerQuestion':
    case 'withdrawQuestion':
      return questionEffectOf(order, command, context);
    default:
      return clockEffectOf(order, command, context);
  }
}

type QuestionCommand = CommandFor<'askRequester'> | CommandFor<'answerQuestion'> | CommandFor<'withdrawQuestion'>;

function questionEffectOf(order: OrderState, command: QuestionCommand, context: MoveContext): Result<MoveEffect> {
  return command.action === 'askRequester'
    ? askRequester(order, command, context)
    : endQuestion(order, command, context);
}

type StaffAction =
  | 'dispatch'
  | 'refuse'
  | 'merge'
  | 'transfer'
  | 'recordAnswer'
  | 'reclassify'
  | 'relocate'
  | 'recordCall'
  | 'removeHelper'
  | 'leavePool';
type StaffCommand = Extract<OrderCommand, { readonly action: StaffAction }>;

function staffEffectOf(order: OrderState, command: StaffCommand, context: MoveContext): Result<MoveEffect> {
  switch (command.action) {
    case 'dispatch':
      return dispatch(order, command, context);
    case 'refuse':
      return refuse(order, command, context);
    case 'merge':
      return merge(order, command, context);
    case 'transfer':
      return transfer(order, command, context);
    case 'recordAnswer':
      return recordAnswer(order, command, context);
    case 'reclassify':
      return reclassify(order, command, context);
    case 'relocate':
      return relocate(order, command, context);
    case 'recordCall':
      return recordCall(order, command, context);
    case 'removeHelper':
      return removeHelper(order, command, context);
    case 'leavePool':
      return leavePool(order);
  }
}

type RequesterAction = 'confirm' | 'changeRating' | 'makePrivate' | 'reopen' | 'cancel' | 'remind' | 'join';
type RequesterCommand = Extract<OrderCommand, { readonly action: RequesterAction }>;

function requesterEffectOf(order: OrderState, command: RequesterCommand, context: MoveContext): Result<MoveEffect> {
  switch (command.action) {
    case 'confirm':
      return confirm(order, command, context);
    case 'changeRating':
      return changeRating(order, command, context);
    case 'makePrivate':
      return makePrivate(order);
    case 'reopen':
      return reopen(order, command, context);
    case 'cancel':
      return cancel(order, command, context);
    case 'remind':
      return remind(order, context);
    case 'join':
      return join(order, context);
  }
}

type SeatAction =
  'complete' | 'accept' | 'decline' | 'release' | 'appoint' | 'arrive' | 'standBy' | 'appealNoShow' | 'ruleNoShow';
type SeatCommand = Extract<OrderCommand, { readonly action: SeatAction }>;

function seatEffectOf(order: OrderState, command: SeatCommand, context: MoveContext): Result<MoveEffect> {
  switch (command.action) {
    case 'complete':
      return complete(order, command, context);
    case 'accept':
      return accept(order, command, context);
    case 'decline':
      return decline(order, command, context);
    case 'release':
      return release(order, command, context);
    case 'appoint':
      return appoint(order, command, context);
    case 'arrive':
      return arrive(order, context);
    case 'standBy':
      return standBy(order, context);
    case 'appealNoShow':
      return appealNoShow(order, command, context);
    case 'ruleNoShow':
      return ruleNoShow(order, command, context);
  }
}

type ClockCommand = Extract<OrderCommand, { readonly action: ClockAction }>;

function clockEffectOf(order: OrderState, command: ClockCommand, context: MoveContext): Result<MoveEffect> {
  switch (command.action) {
    case 'warn':
      return warn(order, context);
    case 'escalate':
      return escalate(order, context);
    case 'lapse':
      return lapse(order, context);
    case 'withdraw':
      return withdraw(order, command, context);
    case 'restore':
      return restore(order, context);
    case 'passOn':
      return passOn(order, context);
    case 'noShow':
      return noShow(order, context);
    case 'passSeat':
      return passSeat(order, context);
    case 'relist':
      return relist(order, context);
    case 'expire':
      return expire(order, context);
    case 'expireQuestion':
      return expireQuestion(order, context);
  }
}
