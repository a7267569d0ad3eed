import { noOrderCard } from '../../../views/order/order-card';

/** A wish of somebody unnamed, to be claimed. Events, with the order: `open`, `accept`. */
Component({
  properties: { order: { type: Object, value: noOrderCard }, busy: Boolean },
  methods: {
    open() {
      const { orderId } = this.data.order;
      this.triggerEvent('open', { orderId });
    },
    accept() {
      const { busy, order } = this.data;
      if (!busy) this.triggerEvent('accept', order);
    },
  },
});
