import { limits } from '../../../../contracts/limits';
import type { Chosen, Tapped } from '../../../../page/events';
import type { WithheldNote } from '../../views/withheld';

const none: WithheldNote[] = [];

/** What is kept from others, and its author's word against it. Event: `appeal` with `part` and `words`. */
Component({
  properties: {
    notes: { type: Array, value: none },
    busy: Boolean,
    problem: String,
  },
  data: { part: '', words: '', maxWords: limits.reasonWords },
  observers: {
    notes() {
      this.setData({ part: '', words: '' });
    },
  },
  methods: {
    begin(event: Tapped<{ part: string }>) {
      this.setData({ part: event.currentTarget.dataset.part, words: '' });
    },
    write(event: Chosen) {
      this.setData({ words: event.detail.value });
    },
    appeal() {
      this.triggerEvent('appeal', { part: this.data.part, words: this.data.words.trim() });
    },
  },
});
