import { noActivity } from '../../views/activity-card';

/** An activity in a list. Event: `open` with `activityId`. */
Component({
  properties: {
    activity: { type: Object, value: noActivity },
  },
  methods: {
    open() {
      this.triggerEvent('open', { activityId: this.data.activity.activityId });
    },
  },
});
