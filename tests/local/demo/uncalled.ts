import type { EndpointName } from '../../../miniprogram/contracts/api';

/**
 * Endpoints that the scenario of `npm run bench` does not call: what their docblocks state is held by the suites of
 * their nouns as far as these count, and by nothing else. Whoever makes the scenario call one takes it out.
 */
export const uncalled: readonly EndpointName[] = [
  // Leave, another time and no meeting at all: tests/functions/activity counts what becomes of a plan.
  'activity.askLeave',
  'activity.decideLeave',
  'activity.move',
  'activity.callOff',
  // Who belongs to a branch: tests/functions/branch/members.test.ts counts what it costs.
  'branch.setMember',
  // Two people of two branches: tests/functions/branch counts what a transfer costs.
  'branch.proposeTransfer',
  'branch.decideTransfer',
  // A code that is scanned as it is shown, and guests: tests/functions/activity/sign-in.test.ts counts what they cost.
  'activity.openCode',
  'activity.signIn',
  'activity.addWalkIn',
  'activity.listWalkIns',
  'activity.decideWalkIn',
  'branch.savePolicy',
  // No offer stands before the timer ran; tests/functions/reward counts what answering one costs.
  'reward.answer',
  // Somebody who did not come is recorded by the timer after hours: tests/functions/order/appointments.test.ts.
  'order.appealNoShow',
  'order.ruleNoShow',
  // Lists follow from months that were frozen, by members and months: tests/functions/recognition/commendation.test.ts.
  'recognition.getCommendation',
  'recognition.approveCommendation',
  'recognition.getRanking',
  'recognition.saveChoice',
  // Thanks and votes follow from orders closed in a month that is over: tests/functions/recognition.
  'recognition.thank',
  'recognition.listThanks',
  'recognition.decideThanks',
  'recognition.getStar',
  'recognition.vote',
  'recognition.decideStar',
  'recognition.listStarInputs',
  // What stands out in a month that was made for it: tests/functions/passbook/patterns.test.ts.
  'passbook.getPatterns',
  // It needs a photograph in the cloud's storage: tests/functions/order/moderation.test.ts.
  'order.redactPhoto',
];
