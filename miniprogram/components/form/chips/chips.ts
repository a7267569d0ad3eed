import type { Choice } from '../../../text/order/names';

const noChoices: Choice[] = [];
const noValues: string[] = [];

/** Chosen by touch: one (`value`), or several (`many` with `values`). Events: `choose` with `value`, or with `values`. */
Component({
  properties: {
    choices: { type: Array, value: noChoices },
    value: { type: String, value: '' },
    many: { type: Boolean, value: false },
    values: { type: Array, value: noValues },
    label: { type: String, value: '' },
    quiet: { type: Boolean, value: false },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      if (!this.data.many) {
        this.triggerEvent('choose', { value });
        return;
      }
      const { values } = this.data;
      this.triggerEvent('choose', {
        values: values.includes(value) ? values.filter((kept) => kept !== value) : [...values, value],
      });
    },
  },
});
