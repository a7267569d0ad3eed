import { noOrderCard } from '../../../views/order/order-card';

/** An order in a list: one tap opens it. Event: `open` with the order's id and the action that the card offers. */
Component({
  properties: {
    order: { type: Object, value: noOrderCard },
  },
  methods: {
    open() {
      const { orderId, action } = this.data.order;
      this.triggerEvent('open', { orderId, action });
    },
  },
});
