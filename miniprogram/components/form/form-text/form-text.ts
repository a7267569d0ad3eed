import { limits } from '../../../contracts/limits';
import type { Chosen } from '../../../page/events';
import { noteGone, noteTyped } from '../../../page/unsaved';

/**
 * Several lines to type in; it grows with them. How much was typed is counted against what it takes, and it says when
 * it takes no more, so that nothing is cut without a word. Events: `change`, `blur`, each with `value`.
 */
Component({
  properties: {
    value: String,
    placeholder: String,
    /** Characters that it takes, as many as the server does. */
    maxlength: { type: Number, value: limits.reasonWords },
    /** Nothing is lost with it: the page keeps a draft, or something is looked for by it. */
    kept: Boolean,
    /** Whether it grows with its lines, rather than being scrolled. */
    autosize: Boolean,
  },
  lifetimes: {
    detached() {
      noteGone(this);
    },
  },
  methods: {
    change({ detail: { value } }: Chosen) {
      if (!this.data.kept) noteTyped(this, this.data.value, value);
      this.setData({ value });
      this.triggerEvent('change', { value });
    },
    blur({ detail: { value } }: Chosen) {
      this.triggerEvent('blur', { value });
    },
  },
});
