/** A community's settings as the page draws them, and as it submits one. */
import type { PolicyRange, PolicySettingView, PolicyValue, PolicyView } from '../../../contracts/policy';
import type { Choice } from '../../../text/choice';
import {
  changeLine,
  optionName,
  policyParts,
  rangeLine,
  settingMeaning,
  standardLine,
  valueText,
} from '../text/policy';

export type PolicyPart = (typeof policyParts)[number]['value'];

export interface PolicyRow {
  readonly setting: string;
  readonly meaning: string;
  readonly value: string;
  /** What the product has, where the community decided otherwise. */
  readonly standard: string;
  /** `chosen`: of several; `fixed`: it is not changed on this page. */
  readonly kind: 'number' | 'numbers' | 'chosen' | 'fixed';
  readonly options: readonly Choice[];
  readonly values: readonly string[];
  readonly typed: string;
  readonly range: string;
  readonly past: readonly string[];
}

/** The rows of one part: the longest beginning of a name says where a setting belongs. */
export function policyRows({ settings, changes }: PolicyView, part: PolicyPart): readonly PolicyRow[] {
  return settings
    .filter(({ setting }) => partOf(setting) === part)
    .map((view) => ({
      ...rowOf(view),
      past: changes
        .filter(({ setting }) => setting === view.setting)
        .map((change) => changeLine(change, valueText(change.setting, change.from))),
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
  return {
    setting,
    meaning: settingMeaning(setting),
    value: text,
    standard: valueText(setting, standard) === text ? '' : standardLine(setting, standard),
    kind: kindOf(value, range),
    options: (range.options ?? []).map((option) => ({ value: option, text: optionName(option) })),
    values: typeof value === 'number' ? [] : value.map(String),
    typed: typeof value === 'number' ? String(value) : value.join('、'),
    range: rangeLine(range),
  };
}

function kindOf(value: PolicyValue, { min, options }: PolicyRange): PolicyRow['kind'] {
  if (options !== undefined) return 'chosen';
  if (min === undefined) return 'fixed';
  return typeof value === 'number' ? 'number' : 'numbers';
}

/** What was typed or chosen for a row, as the policy holds it; undefined where it is no number. */
export function enteredValue(
  { kind }: Pick<PolicyRow, 'kind'>,
  { typed, values }: Pick<PolicyRow, 'typed' | 'values'>,
): PolicyValue | undefined {
  if (kind === 'chosen') return values;
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
export function nestedSetting(setting: string, value: PolicyValue): object {
  const [key = '', ...rest] = setting.split('.');
  return { [key]: rest.length === 0 ? value : nestedSetting(rest.join('.'), value) };
}
