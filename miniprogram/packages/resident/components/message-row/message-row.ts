import type { MessageRow } from '../../text/messages';

const none: MessageRow = { messageId: '', orderId: '', goal: '', words: '', when: '', read: true };

/** One message; it leads to what it speaks of. Event: `open` with `goal` and `orderId`. */
Component({
  properties: {
    message: { type: Object, value: none },
  },
  methods: {
    open() {
      const { goal, orderId } = this.data.message;
      if (goal !== '') this.triggerEvent('open', { goal, orderId });
    },
  },
});
