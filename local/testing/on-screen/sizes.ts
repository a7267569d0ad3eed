import { isVisible, nameOf, type Fault } from './fault';
import type { Piece } from './pieces';

/** What the product promises of sizes, in px. */
export interface Limits {
  /** Least height and width of whatever can be tapped. */
  readonly target: number;
  /** Least size of type that is no caption. */
  readonly body: number;
  readonly caption: number;
}

const roles = ['button', 'radio', 'checkbox', 'tab', 'link', 'switch'].map((role) => `[role=${role}]`);
const tappable = [...roles, 'button', 'a[href]', 'wx-input', 'wx-textarea', 'wx-switch', 'wx-slider'].join(',');
/** A caption is a note, or a label: a date, a column's head, a unit. */
const captions = '.note, .faint, .tag';
const labelLimit = 20;
const tolerancePx = 0.5;

/** Targets that a finger misses. */
export function smallTargets(frame: Element, { target }: Limits): Fault[] {
  return [...frame.querySelectorAll(tappable)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || Math.min(width, height) >= target - tolerancePx || !isVisible(element)) return [];
    const detail = `${Math.round(width)} × ${Math.round(height)} px`;
    return [{ kind: 'target too small', where: nameOf(element), detail }];
  });
}

/** Type that is too small to read. */
export function smallType(pieces: readonly Piece[], { body, caption }: Limits): Fault[] {
  return pieces.flatMap(({ element, text, style }) => {
    const size = Number.parseFloat(style.fontSize);
    const isCaption = element.closest(captions) !== null || text.trim().length <= labelLimit;
    if (size >= (isCaption ? caption : body) - 0.01) return [];
    return [{ kind: 'type too small', where: nameOf(element), detail: `${size} px` }];
  });
}
