import { activityKinds, type ActivityKind } from '../../../../contracts/activity';
import { limits } from '../../../../contracts/limits';
import type { Chosen } from '../../../../page/events';
import type { Choice } from '../../../../text/choice';
import { activityKindName } from '../../text/activity-names';
import { activityKindChoices, planDay, planMissing, type Organiser } from '../../text/plan';

export interface ActivityPlan {
  readonly title: string;
  readonly kind: ActivityKind;
  readonly placeName: string;
  /** `2026-11-28` and `09:00`, in Shanghai. */
  readonly day: string;
  readonly time: string;
  readonly organiserId?: string;
}

const noDays: readonly Choice[] = [];
const noOrganisers: readonly Organiser[] = [];
const noPlan: ActivityPlan = { title: '', kind: 'party-day', placeName: '', day: '', time: '09:00' };

/**
 * Plans an activity: what, when, where, and which young member organises it.
 * Events: `done` with an ActivityPlan, `leave`.
 */
Component({
  properties: {
    today: String,
    /** Days that are chosen at one touch; the picker has all others. */
    days: { type: Array, value: [...noDays] },
    earliest: String,
    busy: Boolean,
    problem: String,
    /** Young members of the branch; empty where it has none. */
    organisers: { type: Array, value: [...noOrganisers] },
  },
  data: {
    ...noPlan,
    organiserId: '',
    guide: '',
    /** The day in words, where the picker chose it. */
    otherDay: '',
    kinds: activityKindChoices,
    maxTitle: limits.activityTitle,
    maxPlace: limits.activityPlace,
    missing: '',
  },
  methods: {
    chooseKind(event: Chosen) {
      const kind = activityKinds.find((known) => known === event.detail.value);
      if (kind !== undefined) this.setData({ kind });
    },
    writeTitle(event: Chosen) {
      this.setData({ title: event.detail.value, missing: '' });
    },
    writePlace(event: Chosen) {
      this.setData({ placeName: event.detail.value, missing: '' });
    },
    chooseOrganiser({ detail: { value } }: Chosen) {
      const { guide = '' } = this.data.organisers.find((one) => one.value === value) ?? {};
      this.setData({ organiserId: value, guide });
    },
    chooseDay(event: Chosen) {
      const day = event.detail.value;
      const isOffered = this.data.days.some(({ value }) => value === day);
      this.setData({ day, otherDay: isOffered ? '' : planDay(day), missing: '' });
    },
    chooseTime(event: Chosen) {
      this.setData({ time: event.detail.value });
    },
    done() {
      const { kind, day, time, organiserId } = this.data;
      const placeName = this.data.placeName.trim();
      const title = this.data.title.trim() || activityKindName(kind);
      if (day === '') this.setData({ missing: planMissing.day });
      else if (placeName === '') this.setData({ missing: planMissing.place });
      else {
        const organised = organiserId === '' ? {} : { organiserId };
        this.triggerEvent('done', { title, kind, placeName, day, time, ...organised });
      }
    },
    leave() {
      this.triggerEvent('leave');
    },
  },
});
