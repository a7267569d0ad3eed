import { activityKinds, type ActivityKind } from '../../../../contracts/activity';
import { limits } from '../../../../contracts/limits';
import { activityKindChoices, activityKindName, planMissing } from '../../../../views/activity/activities';

export interface ActivityPlan {
  readonly title: string;
  readonly kind: ActivityKind;
  readonly placeName: string;
  /** `2026-11-28` and `09:00`, in Shanghai. */
  readonly day: string;
  readonly time: string;
}
type Written = WechatMiniprogram.CustomEvent<{ value: string }>;
const blank: ActivityPlan = { title: '', kind: 'party-day', placeName: '', day: '', time: '09:00' };

/** Plans an activity: what, when, where. Events: `done` with an ActivityPlan, `leave`. */
Component({
  properties: {
    today: { type: String, value: '' },
    busy: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: { ...blank, kinds: activityKindChoices, titleMost: limits.activityTitle, missing: '' },
  methods: {
    chooseKind(event: Written) {
      const kind = activityKinds.find((known) => known === event.detail.value);
      if (kind !== undefined) this.setData({ kind });
    },
    writeTitle(event: Written) {
      this.setData({ title: event.detail.value, missing: '' });
    },
    writePlace(event: Written) {
      this.setData({ placeName: event.detail.value, missing: '' });
    },
    chooseDay(event: Written) {
      this.setData({ day: event.detail.value, missing: '' });
    },
    chooseTime(event: Written) {
      this.setData({ time: event.detail.value });
    },
    done() {
      const { kind, day, time } = this.data;
      const placeName = this.data.placeName.trim();
      const title = this.data.title.trim() || activityKindName(kind);
      if (day === '') this.setData({ missing: planMissing.day });
      else if (placeName === '') this.setData({ missing: planMissing.place });
      else this.triggerEvent('done', { title, kind, placeName, day, time });
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
