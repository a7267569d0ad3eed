import { limits } from '../../../../contracts/limits';
import { ratingTags } from '../../../../contracts/order';
import type { Chosen, Emitted } from '../../../../page/events';
import { noStars, tagChoices } from '../../text/ratings';

const noTags: readonly string[] = [];

/**
 * The resident's word on what was done: stars, a few tags, and words if she likes. Event: `done` with what
 * `order.confirm` takes.
 */
Component({
  properties: { submit: String, busy: Boolean, problem: String },
  data: {
    stars: 0,
    tags: noTags,
    choices: tagChoices(ratingTags),
    words: '',
    maxWords: limits.reasonWords,
    missing: '',
  },
  methods: {
    rate(event: Emitted<{ stars: number }>) {
      this.setData({ stars: event.detail.stars, missing: '' });
    },
    chooseTags(event: Emitted<{ values: string[] }>) {
      this.setData({ tags: event.detail.values.slice(0, limits.ratingTags) });
    },
    write(event: Chosen) {
      this.setData({ words: event.detail.value });
    },
    done() {
      const { stars } = this.data;
      const tags = ratingTags.filter((tag) => this.data.tags.includes(tag));
      const words = this.data.words.trim();
      if (stars === 0) this.setData({ missing: noStars });
      else this.triggerEvent('done', { stars, tags, ...(words !== '' && { words }) });
    },
  },
});
