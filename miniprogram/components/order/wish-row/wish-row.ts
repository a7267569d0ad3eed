import type { OrderCard } from '../../../views/order/order-card';

const none: OrderCard = {
  orderId: '',
  version: 0,
  actions: [],
  tag: '',
  tone: 'plain',
  when: '',
  title: '',
  line: '',
  act: '',
  action: '',
  colour: '',
};

/** A wish of somebody unnamed, to be claimed. Events, with the order: `open`, `accept`. */
Component({
  properties: {
    order: { type: Object, value: none },
    busy: { type: Boolean, value: false },
  },
  methods: {
    open() {
      this.triggerEvent('open', { orderId: this.data.order.orderId });
    },
    accept() {
      if (!this.data.busy) this.triggerEvent('accept', this.data.order);
    },
  },
});
