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

/** An order in a list: one tap opens it. Event: `open` with the order's id and the action that the card offers. */
Component({
  properties: {
    order: { type: Object, value: none },
  },
  methods: {
    open() {
      const { orderId, action } = this.data.order;
      this.triggerEvent('open', { orderId, action });
    },
  },
});
