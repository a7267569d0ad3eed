import type { Chosen } from '../../../../page/events';
import { planDay, planMissing } from '../../text/plan';

/** Another day and hour for an activity. Events: `done` with day and time in Shanghai, `leave`. */
Component({
  properties: { today: String, busy: Boolean, problem: String },
  data: { day: '', dayText: '', time: '09:00', missing: '' },
  methods: {
    chooseDay(event: Chosen) {
      const day = event.detail.value;
      this.setData({ day, dayText: planDay(day), missing: '' });
    },
    chooseTime(event: Chosen) {
      this.setData({ time: event.detail.value });
    },
    done() {
      const { day, time } = this.data;
      if (day === '') this.setData({ missing: planMissing.day });
      else this.triggerEvent('done', { day, time });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
