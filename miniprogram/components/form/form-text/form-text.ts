import type { Chosen } from '../../../page/events';

/** Several lines to type in; it grows with them. Events: `change`, `blur`, each with `value`. */
Component({
  properties: {
    value: String,
    placeholder: String,
    /** Characters; as many as one likes where it is below zero. */
    maxlength: { type: Number, value: -1 },
    /** Whether it grows with its lines, rather than being scrolled. */
    autosize: Boolean,
  },
  methods: {
    change({ detail: { value } }: Chosen) {
      this.setData({ value });
      this.triggerEvent('change', { value });
    },
    blur({ detail: { value } }: Chosen) {
      this.triggerEvent('blur', { value });
    },
  },
});
