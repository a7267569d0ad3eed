import { noMessage } from '../../views/message-row';

/** One message; it leads to what it speaks of. Event: `open` with `goal` and `orderId`. */
Component({
  properties: {
    message: { type: Object, value: noMessage },
  },
  methods: {
    open() {
      const { goal, orderId } = this.data.message;
      if (goal !== '') this.triggerEvent('open', { goal, orderId });
    },
  },
});
