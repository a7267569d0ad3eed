import type { ActivityCard } from '../../../views/activity/activities';

const none: ActivityCard = { activityId: '', title: '', line: '', tag: '', tone: 'plain', attendance: '' };

/** An activity in a list. Event: `open` with `activityId`. */
Component({
  properties: {
    activity: { type: Object, value: none },
  },
  methods: {
    open() {
      this.triggerEvent('open', { activityId: this.data.activity.activityId });
    },
  },
});
