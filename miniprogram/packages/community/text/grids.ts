import type { GridColour } from '../../../contracts/hat';
import type { GridView } from '../../../contracts/place';
import { ago } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { colourName, hatName } from '../../../text/person/hats';

const patterns: Readonly<Record<GridColour, string>> = {
  red: '纯色',
  yellow: '横线',
  blue: '斜线',
  green: '圆点',
  purple: '星星',
};

/** `蓝色，斜线`; '' for a grid without a colour. */
export function patternLine(colour: GridColour | undefined): string {
  return colour === undefined ? '' : `${colourName(colour)}，${patterns[colour]}`;
}

/** `56 个院 · 120 户 · 300 人`. */
export function holdingLine({ figures }: GridView): string {
  if (!figures) return '';
  return joinParts(`${figures.courtyards} 个院`, `${figures.households} 户`, `${figures.people} 人`);
}

/** `办着 11 单 · 街巷长 17 位`. */
export function workLine({ figures }: GridView): string {
  return figures ? joinParts(`办着 ${figures.openOrders} 单`, `${hatName('laneChief')} ${figures.laneChiefs} 位`) : '';
}

/** `网格长 田广志 · 网格员 赵慧敏`; a vacant post says so. */
export function staffLine({ worker, leader }: GridView): string {
  const said = (hat: 'gridLeader' | 'gridWorker', name: string | undefined) => `${hatName(hat)} ${name ?? '空着'}`;
  return joinParts(said('gridLeader', leader), said('gridWorker', worker));
}

export function countedLine(countedAt: string | undefined, nowMs: number): string {
  return countedAt === undefined ? '今晚数第一遍，明早就有数。' : `每晚数一遍，这是${ago(countedAt, nowMs)}数的。`;
}

/** How many grids the map does not show yet. */
export function undrawnLine(count: number, mine: boolean): string {
  if (count === 0) return '';
  return mine ? `${count} 个网格还没画边界，点开那个网格就能画。` : `${count} 个网格还没画边界。`;
}
