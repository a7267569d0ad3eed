import type { Emitted, Tapped } from '../../../../page/events';
import type { Work } from '../../views/work';

const none: Work | Record<string, never> = {};

/**
 * The people, the evidence, the resident's word, and the whole trail. Event: `call` with `party`, `phone`, and of one
 * of several `personId`; `tick` with a paper.
 */
Component({
  properties: {
    order: { type: Object, value: none },
  },
  methods: {
    tick({ detail }: Emitted<{ paper: number; done: boolean }>) {
      this.triggerEvent('tick', detail);
    },
    call(event: Tapped<{ party: string; phone: string; person?: string }>) {
      const { party, phone, person: personId } = event.currentTarget.dataset;
      this.triggerEvent('call', { party, phone, ...(personId !== undefined && { personId }) });
    },
  },
});
