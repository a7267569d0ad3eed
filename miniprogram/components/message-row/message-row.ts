import type { MessageRow } from '../../text/messages';

const none: MessageRow = { messageId: '', orderId: '', words: '', when: '', read: true };

/** One message; it leads to its order. Event: `open` with `orderId`. */
Component({
  properties: {
    message: { type: Object, value: none },
  },
  methods: {
    open() {
      const { orderId } = this.data.message;
      if (orderId !== '') this.triggerEvent('open', { orderId });
    },
  },
});
