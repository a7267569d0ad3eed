/** Units of points, and how a book writes them. */
import type { PointUnit } from '../../contracts/passbook';
import { choicesOf, type Choice } from '../choice';

const unitNames: Record<PointUnit, string> = { organization: '组织生活', service: '服务', courtyard: '楼院长' };

export function unitName(unit: PointUnit): string {
  return unitNames[unit];
}

/** A typographic minus, as wide as the plus. */
export function signedPoints(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

/** A balance as a book writes it. */
export function pointsText(points: number): string {
  return points < 0 ? `−${-points}` : String(points);
}

export function unitChoices(units: readonly PointUnit[]): Choice<PointUnit>[] {
  return choicesOf(units, unitNames);
}
