import { hats, type GridColour, type Hat, type HatView } from '../../contracts/hat';
import type { PostLevel } from '../../contracts/post';

const names: Record<Hat, string> = {
  anonymous: '访客',
  resident: '居民',
  member: '在职党员',
  teamCaptain: '小分队队长',
  courtyardHead: '楼院长',
  laneChief: '街巷长',
  gridWorker: '网格员',
  gridLeader: '网格长',
  groupLeader: '党小组组长',
  committee: '支部委员',
  secretary: '书记',
  inspector: '督查员',
  employer: '单位党组织',
  courier: '小哥',
  merchant: '爱心商户',
  instructor: '党建指导员',
  steward: '驿站管理员',
  administrator: '管理员',
};

export function hatName(hat: Hat): string {
  return names[hat];
}

const levels: Record<PostLevel, string> = {
  branch: '党支部',
  partyGroup: '党小组',
  gridWorker: names.gridWorker,
  laneChief: names.laneChief,
  courtyardHead: names.courtyardHead,
  centreHousehold: '党员中心户',
};

/** A level of a community's posts: `党支部`, `街巷长`. */
export function levelName(level: PostLevel): string {
  return levels[level];
}

const colours: Record<GridColour, string> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '绿色',
  purple: '紫色',
};

export function colourName(colour: GridColour): string {
  return colours[colour];
}

/** A grid's colour in words, where its own name does not say it yet. */
export function gridTitle(gridName: string, colour?: GridColour): string {
  if (colour === undefined || !gridName.endsWith('网格') || gridName.includes(colours[colour].charAt(0)))
    return gridName;
  return `${gridName}\u00a0· ${colours[colour]}`;
}

const isHat = (word: string): word is Hat => hats.some((hat) => hat === word);

/** A team's name, or the hat that the same person wears there too: `党小组组长兼任`. */
export function hatDetail({ detail }: HatView): string {
  if (detail === undefined) return '';
  return isHat(detail) ? `${names[detail]}兼任` : detail;
}

/** `水电小分队队长`. */
export function captainTitle(teamName: string): string {
  return `${teamName}队长`;
}
