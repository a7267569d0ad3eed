/** What the page of volunteers' teams says. */
import type { PersonView } from '../../../contracts/post';
import type { Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';

/** Beside a name that was found: `党员 · 164 **** 0021 · 柳巷 7 号院 · 没登录过`. */
export function foundLine({ member, phone, placeLabel, reachable }: PersonView): string {
  return joinParts(member ? '党员' : '', phone, placeLabel, reachable ? '' : '没登录过');
}

export const foundNotes = {
  none: '没找到。写名字的开头，或者整个号码。',
  more: '同名的多，名字再写全一点，或者写整个号码。',
} as const;

export function teamLine(skill: string, captain: string | undefined, count: number): string {
  return `${skill}，${captain === undefined ? '还没有队长' : `队长${captain}`}，${count} 人`;
}

export const teamProblems = {
  name: '这支队叫什么，写一个。',
  sameName: '已经有一支队叫这个名字，换一个。',
  skill: '先点一下，这支队帮哪方面的忙。',
  member: '有一位已经在别的队里，先请那边的队把人让出来。',
  captain: '先点一位当队长。',
  vanguard: '社区已经有一支党员先锋队，先把那一支改成小分队。',
} as const;
/** A community has one vanguard; every other team is like the others. */
export const teamRanks: readonly Choice[] = [
  { value: 'plain', text: '小分队' },
  { value: 'vanguard', text: '党员先锋队' },
];
export const teamSavedLine = '改好了，帽子几分钟里就换';
export const newTeamTitle = '添一支队';

/** `东片区服务队`; of a long name its end, which tells sections apart. */
export function sectionTeamName(sectionName: string, most: number): string {
  const rest = '服务队';
  return `${sectionName.replace(/ /g, '').slice(rest.length - most)}${rest}`;
}
