import type { Choice } from './choice';

/** The days of a week to choose from, `1` Monday to `7` Sunday. */
export const weekdayChoices: readonly Choice[] = ['一', '二', '三', '四', '五', '六', '日'].map((text, index) => ({
  value: String(index + 1),
  text: `周${text}`,
}));
