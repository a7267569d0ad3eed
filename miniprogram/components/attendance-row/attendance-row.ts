import { attendanceChoices, type AttendanceRow } from '../../text/activities';

const none: AttendanceRow = { personId: '', name: '', state: 'expected', stateName: '', role: '', points: '' };

/** One member at an activity. Event: `mark` with `personId` and `state`. */
Component({
  properties: {
    person: { type: Object, value: none },
    fixed: { type: Boolean, value: false },
  },
  data: { choices: attendanceChoices },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('mark', { personId: this.data.person.personId, state: event.detail.value });
    },
  },
});
