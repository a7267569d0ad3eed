/** A community's settings as the page draws them, and as it submits one. */
import type {
  AttendanceStandard,
  PolicyRange,
  PolicySettingView,
  PolicyValue,
  PolicyView,
} from '../../../contracts/policy';
import type { Choice } from '../../../text/choice';
import { attendanceLine } from '../../../text/passbook/standards';
import { enteredStandards, standardForms, type StandardForm } from '../../../views/passbook/standards';
import {
  attendanceRange,
  beyondLead,
  beginningLine,
  changeLine,
  optionName,
  policyParts,
  rangeLine,
  settingMeaning,
  standardLine,
  valueText,
} from '../text/policy';

/** A few numbers, as they are typed. */
const maxNumbers = 40;

export type PolicyPart = (typeof policyParts)[number]['value'];

export interface PolicyRow {
  readonly setting: string;
  readonly meaning: string;
  /** Empty where it has several lines. */
  readonly value: string;
  readonly lines: readonly string[];
  /** What the product has, where the community decided otherwise. */
  readonly standard: string;
  /** `chosen`: of several; `standards`: of attendance, by class; `fixed`: it is not changed on this page. */
  readonly kind: 'number' | 'numbers' | 'words' | 'chosen' | 'standards' | 'fixed';
  readonly options: readonly Choice[];
  readonly values: readonly string[];
  readonly typed: string;
  readonly range: string;
  /** Characters that may be typed. */
  readonly maxTyped: number;
  /** What is filled in, class by class. */
  readonly standards: readonly StandardForm[];
  readonly past: readonly string[];
}

/** What is said above the rows of a part; '' for nothing. */
export function policyLead(view: PolicyView, part: PolicyPart): string {
  if (part !== 'beyond') return '';
  return view.settings.some(isBeyond) ? beyondLead.some : beyondLead.none;
}

/**
 * Whether a community has something else than the light burden with which each begins: another value, or a book of
 * attendance at all.
 */
function isBeyond({ setting, value, standard }: PolicySettingView): boolean {
  if (setting === 'activity.attendance') return standardsOf(value).length > 0;
  return valueText(setting, value) !== valueText(setting, standard);
}

/**
 * The rows of one part, or of what is beyond the light burden: the longest beginning of a name says where a setting
 * belongs.
 */
export function policyRows({ settings, changes }: PolicyView, part: PolicyPart): readonly PolicyRow[] {
  return settings
    .filter((view) => (part === 'beyond' ? isBeyond(view) : partOf(view.setting) === part))
    .map((view) => ({
      ...rowOf(view),
      past: changes
        .filter(({ setting }) => setting === view.setting)
        .map((change) => changeLine(change, valueText(change.setting, changedOf(change.from, change.to)))),
    }));
}

function partOf(setting: string): PolicyPart | undefined {
  return policyParts
    .flatMap(({ value, prefixes }) => prefixes.map((prefix) => ({ value, prefix })))
    .filter(({ prefix }) => setting.startsWith(prefix))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0]?.value;
}

function rowOf({ setting, value, standard, range }: PolicySettingView): Omit<PolicyRow, 'past'> {
  const text = valueText(setting, value);
  const decided = standardsOf(value);
  const isAttendance = setting === 'activity.attendance';
  return {
    setting,
    meaning: settingMeaning(setting),
    value: decided.length > 0 ? '' : text,
    lines: decided.map(attendanceLine),
    standard: noteOf({ setting, value, standard }),
    kind: isAttendance ? 'standards' : kindOf(value, range),
    options: (range.options ?? []).map((option) => ({ value: option, text: optionName(option) })),
    values: typeof value === 'number' ? [] : value.map(String),
    typed: typeof value === 'number' ? String(value) : value.join('、'),
    maxTyped: range.maxLength ?? maxNumbers,
    range: isAttendance ? attendanceRange(range) : rangeLine(range),
    standards: isAttendance ? standardForms(decided.length > 0 ? decided : standardsOf(standard)) : [],
  };
}

/** What the product has, where the community has something else. */
function noteOf({ setting, value, standard }: Pick<PolicySettingView, 'setting' | 'value' | 'standard'>): string {
  if (valueText(setting, standard) === valueText(setting, value)) return '';
  const isBegun = setting !== 'activity.attendance' || standardsOf(value).length > 0;
  return isBegun ? standardLine(setting, changedOf(standard, value)) : beginningLine;
}

function standardsOf(value: PolicyValue): readonly AttendanceStandard[] {
  return typeof value === 'number' ? [] : value.flatMap((one) => (typeof one === 'object' ? one : []));
}

/** Of standards of attendance those that were changed; everything else as it was. */
function changedOf(from: PolicyValue, to: PolicyValue): PolicyValue {
  const now = standardsOf(to).map(attendanceLine);
  const changed = standardsOf(from).filter((one) => !now.includes(attendanceLine(one)));
  return changed.length > 0 ? changed : from;
}

function kindOf(value: PolicyValue, { min, options, maxLength }: PolicyRange): PolicyRow['kind'] {
  if (maxLength !== undefined) return 'words';
  if (options !== undefined) return 'chosen';
  if (min === undefined) return 'fixed';
  return typeof value === 'number' ? 'number' : 'numbers';
}

/** What was typed or chosen for a row, as the policy holds it; undefined where a number is none. */
export function enteredValue(
  { kind }: Pick<PolicyRow, 'kind'>,
  { typed, values, standards }: Pick<PolicyRow, 'typed' | 'values' | 'standards'>,
): PolicyValue | string | undefined {
  if (kind === 'words') return typed.trim();
  if (kind === 'chosen') return values;
  if (kind === 'standards') return enteredStandards(standards);
  const numbers = typed
    .trim()
    .split(/[、，,\s]+/)
    .map(readNumber);
  const read = numbers.flatMap((number) => number ?? []);
  if (read.length < numbers.length) return undefined;
  return kind === 'numbers' ? read : read.length === 1 ? read[0] : undefined;
}

function readNumber(text: string): number | undefined {
  return /^-?\d{1,6}(\.\d{1,18})?$/.test(text) ? Number(text) : undefined;
}

/** `order.silenceDays` and 10 as `{ order: { silenceDays: 10 } }`. */
export function nestedSetting(setting: string, value: PolicyValue | string): object {
  const [key = '', ...rest] = setting.split('.');
  return { [key]: rest.length === 0 ? value : nestedSetting(rest.join('.'), value) };
}
