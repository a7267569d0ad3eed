import { limits } from '../../../contracts/limits';
import { ratingTags, type RatingTag } from '../../../contracts/order';
import { tagChoices } from '../../../text/order/names';
import { noStars } from '../../../views/order/progress';

export interface RatingSaid {
  readonly stars: number;
  readonly tags: RatingTag[];
  readonly words: string;
}
const noTags: readonly string[] = [];

/** The resident's word on what was done: stars, a few tags, and words if she likes. Events: `done` with a RatingSaid, `reopen`. */
Component({
  properties: {
    submit: { type: String, value: '' },
    mayReopen: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: {
    stars: 0,
    tags: noTags,
    choices: tagChoices(ratingTags),
    words: '',
    wordsMost: limits.reasonWords,
    missing: '',
  },
  methods: {
    rate(event: WechatMiniprogram.CustomEvent<{ stars: number }>) {
      this.setData({ stars: event.detail.stars, missing: '' });
    },
    chooseTags(event: WechatMiniprogram.CustomEvent<{ values: string[] }>) {
      this.setData({ tags: event.detail.values.slice(0, limits.ratingTags) });
    },
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },
    done() {
      const { stars, tags, words } = this.data;
      if (stars === 0) this.setData({ missing: noStars });
      else
        this.triggerEvent('done', { stars, tags: ratingTags.filter((tag) => tags.includes(tag)), words: words.trim() });
    },
    reopen() {
      this.triggerEvent('reopen');
    },
  },
});
