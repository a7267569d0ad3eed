import type { WelcomeItem, WelcomeItemView } from '../../../contracts/enrolment';
import { memberSkills, type Skill } from '../../../contracts/skill';
import type { Choice } from '../../../text/choice';
import { monthDay } from '../../../text/dates';
import { skillName } from '../../../text/person/skills';

const names: Record<WelcomeItem, string> = {
  letter: '一封公开信',
  duty: '一次选岗',
  suggestion: '一条建议',
  group: '一个联系群',
  badge: '一枚党员徽章',
  preview: '一次活动预告',
};

/** What the button says: to the member, and to who works in the grid. */
const ownActs: Record<WelcomeItem, string> = {
  letter: '看过了',
  duty: '选岗',
  suggestion: '提一条',
  group: '进群了',
  badge: '等网格发给您',
  preview: '看到了',
};
const staffActs: Record<WelcomeItem, string> = {
  letter: '发了',
  duty: '记选岗',
  suggestion: '等本人提',
  group: '拉进群了',
  badge: '发了',
  preview: '告诉了',
};

export function welcomeName(item: WelcomeItem): string {
  return names[item];
}

export function welcomeAct(item: WelcomeItem, isOwn: boolean): string {
  return (isOwn ? ownActs : staffActs)[item];
}

/** Who did it, and on which day. */
export function tickLine({ at, byName = '' }: WelcomeItemView): string {
  return at === undefined ? '还没有' : `${monthDay(at)}，${byName}`;
}

const duties: readonly Skill[] = memberSkills.filter(
  (category) => !['wish', 'station', 'hazard', 'emergency', 'other'].includes(category),
);

/** What a member can be ready to do. */
export const dutyChoices: readonly Choice[] = duties.map((value) => ({ value, text: skillName(value) }));

export function dutiesLine(skills: readonly Skill[]): string {
  return skills.map(skillName).join('、');
}

export const maxDuties = 6;
export const dutyProblems = { none: '选一样您能帮的', many: `最多选 ${String(maxDuties)} 样` } as const;
export const noSuggestion = '写一句您的建议';
export const suggestedLine = '建议变成了一张单，在“办事”里看';
export const tickedLine = '记下了';
export const clearedLine = '撤回了';
