import { limits } from '../../../contracts/limits';
import type { Chosen } from '../../../page/events';
import type { SheetContent } from '../../../text/sheet';

const none: SheetContent | Record<string, never> = {};

/**
 * Asks for a reason, words, or both, from the foot of the screen. Events: `done` with `reason` and `words`; `leave`.
 */
Component({
  properties: {
    visible: Boolean,
    sheet: { type: Object, value: none },
    busy: Boolean,
    problem: String,
  },
  data: { reason: '', words: '', reasonWords: limits.reasonWords },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ reason: this.data.sheet.chosen ?? '', words: '' });
    },
  },
  methods: {
    choose(event: Chosen) {
      this.setData({ reason: event.detail.value });
    },
    write(event: Chosen) {
      this.setData({ words: event.detail.value });
    },
    done() {
      const { reason, words } = this.data;
      this.triggerEvent('done', { reason, words: words.trim() });
    },
    /** A touch beside the sheet loses no words: with some, only the button closes it. */
    leaveEmpty() {
      if (this.data.words.trim() === '') this.leave();
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
