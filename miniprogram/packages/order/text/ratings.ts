import type { RatingTag } from '../../../contracts/order';
import { choicesOf, type Choice } from '../../../text/choice';

const tags: Record<RatingTag, string> = {
  'on-time': '准时',
  patient: '有耐心',
  skilled: '手艺好',
  tidy: '收拾干净',
  warm: '热心',
  late: '来晚了',
  careless: '不够仔细',
};

export function tagChoices(values: readonly RatingTag[]): Choice<RatingTag>[] {
  return choicesOf(values, tags);
}

export function tagNames(values: readonly RatingTag[]): string {
  return values.map((value) => tags[value]).join('、');
}

/** Beside a rating that staff entered for somebody without WeChat. */
export const byCall = '工作人员打电话问的';

/** Beside a rating that took the place of the first. */
export const changedRating = '后来改过';

/** Before anything was rated. */
export const noStars = '先点几颗星，一颗到五颗都行。';
