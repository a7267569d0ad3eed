/**
 * Why an order was declined, released, cancelled or refused, and what came of a call: the choices of each sheet, and
 * their names in the trail.
 */
import type { CallResult, CancelReason, DeclineReason, RefuseReason, ReleaseReason } from '../../contracts/order';
import { choicesOf, type Choice } from '../choice';

const declines: Record<DeclineReason, string> = {
  'no-time': '那会儿没空',
  'too-far': '离得太远',
  'not-my-skill': '这活我不会',
  unwell: '身体不舒服',
  other: '别的原因',
};
const releases: Record<ReleaseReason, string> = {
  'something-came-up': '临时有事',
  'cannot-reach': '联系不上',
  'needs-a-professional': '得请专业师傅',
  unwell: '身体不舒服',
  other: '别的原因',
};
const cancels: Record<CancelReason, string> = {
  'no-longer-needed': '用不着了',
  'solved-myself': '自己弄好了',
  'entered-by-mistake': '点错了',
  other: '别的原因',
};
const refuses: Record<RefuseReason, string> = {
  'not-ours': '不归社区管',
  'not-allowed': '规定不让办',
  unclear: '没说清楚',
  other: '别的原因',
};

const calls: Record<CallResult, string> = {
  reached: '打通了',
  unanswered: '没人接',
  'wrong-number': '号码不对',
};

export function callChoices(values: readonly CallResult[]): Choice<CallResult>[] {
  return choicesOf(values, calls);
}

export function declineChoices(values: readonly DeclineReason[]): Choice<DeclineReason>[] {
  return choicesOf(values, declines);
}

export function releaseChoices(values: readonly ReleaseReason[]): Choice<ReleaseReason>[] {
  return choicesOf(values, releases);
}

export function cancelChoices(values: readonly CancelReason[]): Choice<CancelReason>[] {
  return choicesOf(values, cancels);
}

export function refuseChoices(values: readonly RefuseReason[]): Choice<RefuseReason>[] {
  return choicesOf(values, refuses);
}

const allReasons: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...refuses, ...cancels, ...releases, ...declines, ...calls }),
);

/** A reason as the trail has it; one that this version does not know stays unsaid. */
export function reasonName(reason: string | undefined): string {
  return reason === undefined ? '' : (allReasons.get(reason) ?? '');
}
