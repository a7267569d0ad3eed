/** Units of points, and how a book writes them. */
import type { PointUnit } from '../../contracts/passbook';

const unitNames: Record<PointUnit, string> = { organization: '组织生活', service: '服务', courtyard: '楼院长' };
export const unitName = (unit: PointUnit): string => unitNames[unit];

/** A typographic minus, as wide as the plus. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** A sum as a book writes it. */
export const sum = (points: number): string => (points < 0 ? `−${-points}` : String(points));
