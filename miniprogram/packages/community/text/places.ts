import type { FormerPlaceView, PlaceDetail, PlaceKind } from '../../../contracts/place';
import { ago } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { colourName } from '../../../text/person/hats';
import { gridColours } from '../../../contracts/hat';
import type { Choice } from '../../../text/choice';

const kinds: Readonly<Record<PlaceKind, string>> = {
  grid: '网格',
  section: '片区',
  lane: '街巷',
  courtyard: '院',
  household: '户',
  shop: '店铺',
  facility: '公共设施',
};

export function kindName(kind: PlaceKind): string {
  return kinds[kind];
}

const below: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  grid: ['section', 'lane', 'courtyard', 'shop', 'facility'],
  section: ['lane', 'courtyard', 'shop', 'facility'],
  lane: ['courtyard', 'shop', 'facility'],
  courtyard: ['household', 'shop', 'facility'],
  household: [],
  shop: [],
  facility: [],
};

/** What may be added under a place; under the community as a whole a grid, or what has no grid yet. */
export function kindChoices(kind: PlaceKind | ''): readonly Choice[] {
  const under = kind === '' ? (['grid', 'shop', 'facility'] as const) : below[kind];
  return under.map((one) => ({ value: one, text: kinds[one] }));
}

export const colourChoices: readonly Choice[] = gridColours.map((value) => ({ value, text: colourName(value) }));

/** `网格 · 2 处`. */
export function placeLine({ kind, children, gridName, closed }: PlaceDetail): string {
  const many = children === 0 ? '' : `下面 ${String(children)} 处`;
  return joinParts(closed ? `${kinds[kind]}，已经关了` : kinds[kind], gridName, many);
}

/** `北片网格，3 天前秦书记改的`. */
export function formerLine({ label, gridName, until, byName }: FormerPlaceView, nowMs: number): string {
  return `${joinParts(label, gridName)}，${ago(until, nowMs)}${byName}改的`;
}

/** How far the outline of a grid is drawn. */
export function boundaryLine(corners: number): string {
  return corners === 0 ? '地图上还没有' : `画好了，${corners} 个角`;
}

export const createdLine = '添好了';
export const savedLine = '改好了';
export const movedLine = '挪好了，人、单子、连心卡随后跟过去';
export const closedLine = '关掉了';
export const nameMissing = '写上名字再交。';
export const apartTitles = { ungridded: '没有网格的店铺和设施', closed: '关掉的地方' } as const;
