import { memberClasses } from '../../../miniprogram/contracts/passbook';
import {
  policySettings,
  type AttendanceStandard,
  type PolicySetting,
  type PolicyValue,
} from '../../../miniprogram/contracts/policy';
import { rulesOf } from '../activity/policy';
import { hashOf } from '../platform/ids';
import { done, refuse, type Refusal, type Result } from '../platform/result';
import { checkPolicy, fullPolicy, type Policy } from './policy';
import { isBranch, leafPaths, mergeTrees, valueAt } from './rules/tree';

/** One setting that becomes another, whole as the policy holds it; undefined where nothing was decided. */
export interface SettingChange {
  readonly setting: PolicySetting;
  readonly from: unknown;
  readonly to: unknown;
}

/** A policy after a change, and what of it is new. */
export interface ChangedPolicy {
  readonly policy: Policy;
  readonly changes: readonly SettingChange[];
}

/**
 * A policy with some settings changed. Nothing is put right silently: the refusal names the first setting that does not
 * exist (`policy.order.colour`) or cannot be so (`policy.order.silenceDays`). A rule that is worth other points becomes
 * its next version, a standard of attendance as well. Pure.
 */
export function changePolicy(before: Policy, wanted: object): Result<ChangedPolicy> {
  const unknown = leafPaths(wanted).find((path) => !policySettings.some((setting) => setting === path));
  if (unknown !== undefined) return refuse('INVALID_INPUT', unknown === '' ? 'policy' : `policy.${unknown}`);
  const named = withRules(before, wanted);
  if (!named.ok) return underPolicy(named);
  const begun = withDecided(before, leafPaths(wanted));
  const checked = checkPolicy(withNextVersions(begun, mergeTrees(begun, named.data)));
  if (!checked.ok) return underPolicy(checked);
  const [whole, after] = [fullPolicy(before), fullPolicy(checked.data)];
  const changes = policySettings
    .map((setting) => ({ setting, from: valueAt(whole, setting), to: valueAt(after, setting) }))
    .filter(({ from, to }) => hashOf([from]) !== hashOf([to]));
  return done({ policy: checked.data, changes });
}

function underPolicy(refusal: Refusal): Refusal {
  return { ...refusal, ...(refusal.field !== undefined && { field: `policy.${refusal.field}` }) };
}

const standards = 'activity.attendance';

/** Standards of attendance come without the names and versions of their rules, which are given here. */
function withRules({ activity }: Policy, wanted: object): Result<object> {
  const asked = valueAt(wanted, standards);
  if (asked === undefined) return done(wanted);
  const rules = rulesOf(activity, asked);
  if (!rules.ok) return { ...rules, field: [standards, rules.field ?? []].flat().join('.') };
  return done({ ...wanted, ...mergedActivity(wanted, rules.data) });
}

function mergedActivity(wanted: object, attendance: readonly object[]): object {
  return { activity: mergeTrees(valueAt(wanted, 'activity'), { attendance }) };
}

/** What a community may leave undecided; once a part of it is decided, all of it is. */
const undecided = [
  'order.limits',
  'order.matching',
  'order.callTries',
  'order.acceptWithinDays',
  'order.acceptWithinWorkingDays',
  'order.answerWithinDays',
  'order.ratingChangeDays',
  'order.remindAgainHours',
  'order.wishSaturdays',
  'order.vouchWithinHours',
  'order.noShowAfterHours',
  'order.keepSeatHours',
  'order.completeWithinWorkingDays',
  'order.answerWithinWorkingDays',
  'order.replyWithinHours',
  'order.moderateWithinHours',
  'order.wishCapYuan',
  'activity.momentMinutes',
  'activity.maxPoints',
  'access',
  'reward',
  'passbook',
  'station',
  'place',
  'visit',
  'help',
  'review',
  'recognition',
  'message',
  'complaint',
] as const;

/** The policy with the product's own settings beside those that are decided now. */
function withDecided(before: Policy, paths: readonly string[]): unknown {
  const whole = fullPolicy(before);
  return undecided
    .filter((group) => paths.some((path) => path === group || path.startsWith(`${group}.`)))
    .reduce<unknown>((policy, group) => mergeTrees(policy, nested(group, valueAt(whole, group))), before);
}

function nested(path: string, value: unknown): unknown {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** A setting as it is shown; of rules of attendance what they move. */
export function shownValue(value: unknown): PolicyValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value === '' ? [] : [value];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const numbers = list.filter((one) => typeof one === 'number');
  if (numbers.length > 0) return numbers;
  const texts = list.filter((one) => typeof one === 'string');
  return texts.length > 0 ? texts : list.flatMap(standardIn);
}

function standardIn(rule: unknown): readonly AttendanceStandard[] {
  const memberClass = memberClasses.find((one) => one === valueAt(rule, 'memberClass'));
  const points = (key: string) => Number(valueAt(rule, key));
  return memberClass
    ? [
        {
          memberClass,
          present: points('present'),
          absent: points('absent'),
          organised: points('organised'),
          guided: points('guided'),
        },
      ]
    : [];
}

/** Rules are told apart by version, so that what was written under one is read under it. */
function withNextVersions(before: unknown, after: unknown): unknown {
  if (Array.isArray(after)) return after;
  if (!isBranch(after)) return after;
  const version = valueAt(before, 'version');
  const isOther = valueAt(before, 'points') !== valueAt(after, 'points');
  const entries = Object.entries(after).map(([key, value]: [string, unknown]) => [
    key,
    key === 'version' && typeof version === 'number' && isOther
      ? version + 1
      : withNextVersions(valueAt(before, key), value),
  ]);
  return Object.fromEntries(entries);
}
