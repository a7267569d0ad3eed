import { teamKinds, type TeamKind } from '../../../contracts/team';
import { teamKindNames } from '../../../text/person/team-kinds';
import { aimedHouseholds, maxHouseholds, type FindingKind, type FindingView } from '../../../contracts/finding';
import { hats } from '../../../contracts/hat';
import type { Choice } from '../../../text/choice';
import { ago } from '../../../text/dates';
import { hatName } from '../../../text/person/hats';

/** What each kind is called, and how it is put right. */
export const findingTexts: Readonly<Record<FindingKind, { readonly title: string; readonly line: string }>> = {
  vacancy: { title: '空着的职务', line: '电话先转值班，请一位担起来' },
  householdWithoutChief: { title: '没人包联的户', line: '给这条巷、这个院请一位街巷长' },
  chiefOverloaded: {
    title: '包联太多的街巷长',
    line: `一位包 ${String(aimedHouseholds)} 户左右，过了 ${String(maxHouseholds)} 户就分给别人`,
  },
  personWithoutGrid: { title: '没有网格的人', line: '登记住在哪儿，或者报到到哪个网格' },
  orderWithoutGrid: { title: '没有网格的单子', line: '原来的网格关了，书记派人办完，或者转出去' },
  shopWithoutGrid: { title: '没有网格的店铺和设施', line: '挪到所在的网格' },
  placeWithoutCard: { title: '没有连心卡的院', line: '发一张，贴到门口' },
  holderElsewhere: { title: '不住在社区的网格员', line: '按约定网格员是本社区居民，看看怎么办' },
  leaderApart: { title: '没兼网格长的党小组组长', line: '一般组长也是网格长，看看要不要一肩挑' },
  postMisplaced: { title: '没在该在的地方的职务', line: '比如楼院长没有院，换一处或者空出来' },
  sectionWithoutTeam: { title: '没有服务队的片区', line: '1 位党员带几位居民、退役军人、志愿者' },
  fewReminders: { title: '手机快不响了的人', line: '来事不再弹提醒，请他在“我的”点“微信提醒我”' },
  teamIncomplete: { title: '缺人的片区服务队', line: '少了党员，或者少了该有的人' },
};

/** `网格员空着`, `14 户`. */
export function findingLine({ kind, detail = '' }: FindingView): string {
  if (kind === 'fewReminders') return detail === '0' ? '一次提醒也不剩' : `只剩 ${detail} 次提醒`;
  if (kind === 'chiefOverloaded') return `${detail} 户`;
  if (kind === 'teamIncomplete') return teamLine(detail.split(','));
  const hat = hats.find((one) => one === detail);
  return hat === undefined ? '' : hatName(hat);
}

export const settledLine = '住处登记好了，明早这里就没有他了';

/** What is done with several people at once. */
export const togetherActions: readonly Choice[] = [{ value: 'settle', text: '登记住在哪里' }];

export function settledTogether(people: number): string {
  return `${people} 位的住处登记好了，明早这里就没有他们了`;
}

export function countedLine(countedAt: string | undefined, nowMs: number): string {
  return countedAt === undefined ? '今晚数第一遍，明早来看。' : `每晚数一遍，这是${ago(countedAt, nowMs)}数的。`;
}

/** `还没有党员、退役军人`, `只有党员`. */
function teamLine(missing: readonly string[]): string {
  if (missing[0] === 'others')
    return missing.length === 1 ? '只有党员' : `只有党员，还没有${kindsText(missing.slice(1))}`;
  return `还没有${kindsText(missing)}`;
}

function kindsText(missing: readonly string[]): string {
  return missing.map((one) => (one === 'member' ? '党员' : teamKindNames[kindOf(one)])).join('、');
}

const kindOf = (name: string): TeamKind => teamKinds.find((one) => one === name) ?? 'resident';
