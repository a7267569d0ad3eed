import { limits } from '../../../contracts/limits';
import type { Chosen } from '../../../page/events';
import { noteGone, noteTyped } from '../../../page/unsaved';

/**
 * A line to type in, with its label before it and a remark below. Events: `change`, `blur`, `enter`, each with
 * `value`.
 */
Component({
  properties: {
    value: String,
    label: String,
    placeholder: String,
    /** A remark below the line. */
    tips: String,
    /** Characters that it takes, as many as the server does. */
    maxlength: { type: Number, value: limits.personName },
    /** Whether it is complete when it is full, as a code of four digits; elsewhere it says that it takes no more. */
    exact: Boolean,
    /** Nothing is lost with it: the page keeps a draft, or something is looked for by it. */
    kept: Boolean,
    /** The keyboard: `text`, `number`, `digit`. */
    type: { type: String, value: 'text' },
    confirmType: { type: String, value: 'done' },
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
    enter({ detail: { value } }: Chosen) {
      this.triggerEvent('enter', { value });
    },
  },
});
