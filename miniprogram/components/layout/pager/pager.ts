import type { Tapped } from '../../../page/events';

interface PagePosition {
  readonly number: number;
  readonly hasOlder: boolean;
  readonly busy: string;
  readonly problem: string;
}

const first: PagePosition = { number: 1, hasOlder: false, busy: '', problem: '' };

/** At the foot of a list that is longer than a page: back, on, and where one is. Event: `change` with `to`. */
Component({
  properties: {
    position: { type: Object, value: first },
    newer: String,
    older: String,
    /** Stands at the end of the list. */
    end: String,
  },
  methods: {
    change(event: Tapped<{ to: string }>) {
      if (this.data.position.busy === '') this.triggerEvent('change', { to: event.currentTarget.dataset.to });
    },
  },
});
