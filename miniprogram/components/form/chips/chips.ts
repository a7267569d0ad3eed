import type { Tapped } from '../../../page/events';
import type { Choice } from '../../../text/choice';

const noChoices: Choice[] = [];
const noValues: string[] = [];

/**
 * Chosen by touch: one (`value`), or several (`multiple` with `values`). Events: `choose` with `value`, or with
 * `values`.
 */
Component({
  properties: {
    choices: { type: Array, value: noChoices },
    value: String,
    multiple: Boolean,
    values: { type: Array, value: noValues },
    label: String,
    quiet: Boolean,
  },
  methods: {
    choose(event: Tapped<{ value: string }>) {
      const { value } = event.currentTarget.dataset;
      const { multiple, values } = this.data;
      const others = values.filter((other) => other !== value);
      if (!multiple) this.triggerEvent('choose', { value });
      else this.triggerEvent('choose', { values: others.length < values.length ? others : [...values, value] });
    },
  },
});
