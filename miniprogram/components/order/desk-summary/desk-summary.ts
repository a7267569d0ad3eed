import type { Desk } from '../../../views/order/desk';

const none: Desk | Record<string, never> = {};

/** What needs a decision today, then honest numbers, then the way to their month. Event: `open` with `list`. */
Component({
  properties: {
    desk: { type: Object, value: none },
  },
  methods: {
    vacancies() {
      this.triggerEvent('open', { list: 'vacancies' });
    },
    brief() {
      this.triggerEvent('open', { list: 'brief' });
    },
    alarms() {
      this.triggerEvent('open', { list: 'alarms' });
    },
    overdue() {
      this.triggerEvent('open', { list: 'overdue' });
    },
    returned() {
      this.triggerEvent('open', { list: 'returned' });
    },
    reopened() {
      this.triggerEvent('open', { list: 'reopened' });
    },
    withheld() {
      this.triggerEvent('open', { list: 'withheld' });
    },
    reviews() {
      this.triggerEvent('open', { list: 'reviews' });
    },
    reversals() {
      this.triggerEvent('open', { list: 'reversals' });
    },
  },
});
