/** What the page says on which the secretary decides what can be asked for. */
import type { Category, CategoryKind, CategoryPrivacy } from '../../../contracts/category';
import type { Skill } from '../../../contracts/skill';
import type { Choice } from '../../../text/choice';
import { choicesOf } from '../../../text/choice';
import { dayTime } from '../../../text/dates';
import { skillName } from '../../../text/person/skills';

const kinds: Record<CategoryKind, string> = { service: '帮一把手', agency: '代办手续' };
const privacies: Record<CategoryPrivacy, string> = {
  open: '不问',
  onRequest: '本人要就保密',
  byDefault: '先算保密，本人能改',
  always: '一律保密',
};

export const kindChoices = (values: readonly CategoryKind[]): readonly Choice<CategoryKind>[] =>
  choicesOf(values, kinds);
export const privacyChoices = (values: readonly CategoryPrivacy[]): readonly Choice<CategoryPrivacy>[] =>
  choicesOf(values, privacies);

/** Stands among the skills for a category that asks for none. */
export const anybody = '';
export const skillsOffered = (values: readonly Skill[]): readonly Choice[] => [
  { value: anybody, text: '谁都行' },
  ...values.map((value) => ({ value, text: skillName(value) })),
];

/** `代办手续，一律保密，要带 3 样`; what goes without saying is left out. */
export function categoryLine({ kind, privacy, checklist, emergency, retired }: Category): string {
  const parts = [
    retired ? '不收新单了' : '',
    emergency ? '急事，最先办' : '',
    kind === 'agency' ? kinds.agency : '',
    privacy === 'open' ? '' : privacies[privacy],
    checklist.length > 0 ? `要带 ${checklist.length} 样` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
}

const changedParts: readonly (readonly [keyof Category, string])[] = [
  ['name', '名字'],
  ['skill', '谁去'],
  ['kind', '怎么办'],
  ['privacy', '保密'],
  ['checklist', '要带的东西'],
  ['emergency', '急不急'],
  ['promise', '期限'],
];

/** `11 月 21 日 9:12 秦书记改了“孩子入学”的要带的东西：开学季` */
export function categoryChange(change: {
  readonly from?: Category;
  readonly to: Category;
  readonly at: string;
  readonly name: string;
  readonly reason: string;
}): string {
  const { from, to, at, name, reason } = change;
  return `${dayTime(at)} ${name}${deed(from, to)}：${reason}`;
}

function deed(from: Category | undefined, to: Category): string {
  if (from === undefined) return `添了“${to.name}”`;
  if (!from.retired && to.retired) return `不再收“${to.name}”的新单`;
  if (from.retired && !to.retired) return `又收“${to.name}”的新单`;
  const parts = changedParts.flatMap(([key, word]) =>
    JSON.stringify(from[key]) === JSON.stringify(to[key]) ? [] : [word],
  );
  return `改了“${from.name}”的${parts.join('、')}`;
}

export const categoryProblems = {
  name: '叫什么，写一个；不能跟别的一样，最多八个字。',
  papers: '要带的东西一行一样，最多十样，每样二十个字以内。',
  promise: '期限填数：小时 0.25 到 720，天数 1 到 90 的整数；不填就跟别的单一样。',
  retired: '这一样是产品自己要用的，停不了。',
  reason: '为什么改，写一句。',
  full: '最多二十样，先停掉一样再添。',
} as const;
export const categorySaved = '定下来了，新点的单照新的办';
