import { noOrderCard } from '../../../../views/order/order-card';

/** An order that waits for an answer: answered in one tap. Events, each with the order: `open`, `accept`, `decline`. */
Component({
  properties: {
    order: { type: Object, value: noOrderCard },
    busy: Boolean,
  },
  methods: {
    open() {
      this.triggerEvent('open', { orderId: this.data.order.orderId });
    },
    accept() {
      this.triggerEvent('accept', this.data.order);
    },
    decline() {
      this.triggerEvent('decline', this.data.order);
    },
  },
});
