import type { Tapped } from '../../../../page/events';
import type { RecordRow } from '../../views/record-row';

const none: RecordRow | Record<string, never> = {};

/**
 * Something that is done for a site. Events with `recordId`: `join` with `join`, `answer` with `agree`, for who was
 * given care.
 */
Component({
  properties: {
    record: { type: Object, value: none },
    busy: Boolean,
  },
  methods: {
    join() {
      if (this.data.busy) return;
      this.triggerEvent('join', { recordId: this.data.record.recordId, join: !this.data.record.iJoin });
    },
    answer(event: Tapped<{ agree: string }>) {
      if (this.data.busy) return;
      const agree = event.currentTarget.dataset.agree === 'yes';
      this.triggerEvent('answer', { recordId: this.data.record.recordId, agree });
    },
  },
});
