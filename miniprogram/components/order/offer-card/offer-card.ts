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

/** An order that waits for an answer: answered in one tap. Events, each with the order: `open`, `accept`, `decline`. */
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
      this.triggerEvent('accept', this.data.order);
    },
    decline() {
      this.triggerEvent('decline', this.data.order);
    },
  },
});
