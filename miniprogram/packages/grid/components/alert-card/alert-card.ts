import { noAlertCard } from '../../views/alert-card';

/** Somebody called for help: whom to call, and how it ended. Event: `settle`, with the alert and the outcome. */
Component({
  properties: {
    alert: { type: Object, value: noAlertCard },
    busy: Boolean,
  },
  methods: {
    reached() {
      this.triggerEvent('settle', { alertId: this.data.alert.alertId, outcome: 'reached' });
    },
    visited() {
      this.triggerEvent('settle', { alertId: this.data.alert.alertId, outcome: 'visited' });
    },
    mistaken() {
      this.triggerEvent('settle', { alertId: this.data.alert.alertId, outcome: 'mistaken' });
    },
  },
});
