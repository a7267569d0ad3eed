import type { Hat } from '../../../contracts/hat';
import type { LevelView, PersonView, PostNote, PostView } from '../../../contracts/post';
import type { Choice } from '../../../text/choice';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { nameApart } from '../../../text/person/name-apart';
import { hatName, levelName } from '../../../text/person/hats';

const notes: Readonly<Record<PostNote, string>> = {
  livesElsewhere: '网格员要住在本社区，这一位没登记住在这里',
  leadsNoGrid: '党小组组长一般也是这个网格的网格长，眼下网格长是别人',
  unreachable: '还没登录过，收不到消息',
  notMember: '不在本支部的名册里',
};

/** What is said once it is done; the notes block nothing. */
export function assignedLine(name: string, said: readonly PostNote[]): string {
  const done = name === '' ? '空出来了，电话先转值班' : `交给${name}了`;
  return said.length === 0 ? done : `${done}。${said.map((note) => notes[note]).join('；')}`;
}

export function holderLine({ holder, next, until }: PostView): string {
  const now = holder ? `${nameApart(holder)} 担着` : '空着，电话转值班';
  const change = next ? `${monthDay(next.from)}起换${next.name}` : until === undefined ? '' : `${monthDay(until)}卸任`;
  return joinParts(now, change);
}

export function pastLine({ past: [last] }: PostView): string {
  return last === undefined ? '' : `上一位${last.name}，到${monthDay(last.until)}`;
}

export function postTitle({ hat, teamName }: PostView): string {
  return teamName === undefined ? hatName(hat) : `${teamName}队长`;
}

export function personLine({ phone, placeLabel, reachable }: PersonView): string {
  return joinParts(phone, placeLabel, reachable ? '' : '没登录过');
}

export function hatChoices(hats: readonly Hat[]): readonly Choice[] {
  return hats.map((value) => ({ value, text: hatName(value) }));
}

export const hatTitle = (hat: string): string => `${hat}请谁`;
export const leavingTitle = '谁要离开社区';

/** Whoever leads a party group leads its grid too, unless somebody says otherwise (S1-10). */
export const leadsChoices: readonly Choice[] = [
  { value: 'grid', text: '网格长也是他' },
  { value: 'group', text: '只当组长' },
];

/** `党支部 › 党小组 › 网格员 › 街巷长 › 楼院长`. */
export function formLine(levels: readonly LevelView[]): string {
  return levels.map(({ level }) => levelName(level)).join(' › ');
}

/** Who stands on a level above a place; a vacant one is said, of one that is not reached nothing. */
export function levelLine({ name }: LevelView): string {
  return name === null ? '空着' : (name ?? '');
}

export const dayChoices: readonly Choice[] = [
  { value: 'now', text: '现在就换' },
  { value: 'later', text: '到某一天' },
];
export const noneFound = '没找到。写名字的开头，或者整个号码。';

const dayMs = 86_400_000;
const shanghaiMs = 28_800_000;

/** The next day in Shanghai, as a date picker has it. */
export function tomorrow(nowMs: number): string {
  return new Date(nowMs + shanghaiMs + dayMs).toISOString().slice(0, 10);
}
