import { attendanceStates, type ActivityView, type AttendanceState } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import * as activities from '../../../services/activity';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { activityCard, type ActivityCard } from '../../../views/activity/activity-card';
import type { SheetContent } from '../../../text/sheet';
import { attendanceChoices, notStarted, signingLine } from '../text/attendance';
import { sendBackSheet } from '../text/sheets';
import {
  attendanceRow,
  batch,
  rollCall,
  withAttendance,
  withRestPresent,
  type AttendanceRow,
  type Batch,
} from '../views/attendance';

interface Data extends PageData, Batch {
  activity: (ActivityCard & { readonly version: number }) | null;
  choices: readonly Choice[];
  /** Whether signing posts points. */
  earns: boolean;
  mayMark: boolean;
  mayClose: boolean;
  maySign: boolean;
  mayReturn: boolean;
  /** Whose signature it waits for, or why the roll came back. */
  signing: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  /** Why the account cannot be made yet. */
  later: string;
  /** One tap for all who are not marked; '' before it starts. */
  markRest: string;
  /** Marks that are not submitted yet. */
  changed: boolean;
  confirming: boolean;
  note: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...batch([], 0),
  activity: null,
  choices: attendanceChoices,
  earns: true,
  mayMark: false,
  mayClose: false,
  maySign: false,
  mayReturn: false,
  signing: '',
  sheet: sendBackSheet,
  sheetVisible: false,
  later: '',
  markRest: '',
  changed: false,
  confirming: false,
  note: '',
  busy: false,
};

function shown(view: ActivityView, people: readonly AttendanceRow[]): Partial<Data> {
  const { earns, mayMark, mayClose, maySign, mayReturn, version } = view;
  const { markRest, note } = rollCall(people, view.earns);
  return {
    activity: { ...activityCard(view, nowMs()), version },
    earns,
    mayMark,
    mayClose,
    maySign,
    mayReturn,
    signing: signingLine(view),
    sheetVisible: false,
    later: mayMark && !mayClose ? notStarted(view) : '',
    markRest: mayClose ? markRest : '',
    changed: false,
    confirming: false,
    note,
    busy: false,
  };
}

interface AttendancePage extends PageWithParameters {
  readonly data: Data;
  take(view: ActivityView): Partial<Data>;
}

const attendance = record({
  read: (page: AttendancePage) => activities.get(parameters(page)['activityId'] ?? ''),
  draw: (view, page) => page.take(view),
  isEditing: ({ data: { changed, confirming, sheetVisible } }) => changed || confirming || sheetVisible,
});

const nobody: readonly AttendanceRow[] = [];

/** Who came, who asked for leave; once the roll is closed, a second person's signature makes the account. */
Page({
  data,
  ...attendance,
  /** All of them; a batch at a time is drawn. */
  all: nobody,
  batch: 0,
  take(view: ActivityView): Partial<Data> {
    this.all = view.people.map((person) => attendanceRow(person, view.mayMark));
    return { ...shown(view, this.all), ...batch(this.all, this.batch) };
  },
  earlierBatch() {
    this.showBatch(this.batch - 1);
  },
  laterBatch() {
    this.showBatch(this.batch + 1);
  },
  showBatch(index: number) {
    this.batch = index;
    this.setData(batch(this.all, index));
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  mark(event: Tapped<{ person: string; state: AttendanceState }>) {
    const { person, state } = event.currentTarget.dataset;
    const known = attendanceStates.find((one) => one === state);
    if (known === undefined) return;
    this.change(this.all.map((row) => (row.personId === person ? withAttendance(row, known) : row)));
  },
  markAll() {
    this.change(withRestPresent(this.all));
  },
  change(all: readonly AttendanceRow[]) {
    this.all = all;
    const { attendance: line, markRest, note } = rollCall(all, this.data.earns);
    this.setData({
      ...batch(all, this.batch),
      'activity.attendance': line,
      markRest: this.data.mayClose ? markRest : '',
      note,
      changed: true,
      confirming: false,
      problem: '',
    });
  },
  submitMarks() {
    const marks = this.all.map(({ personId, state }) => ({ personId, state }));
    void this.submitChange((activity) => activities.mark(activity, marks));
  },
  askToClose() {
    this.setData({ confirming: true });
  },
  notYet() {
    this.setData({ confirming: false });
  },
  close() {
    void this.submitChange((activity) => activities.close(activity));
  },
  sign() {
    void this.submitChange((activity) => activities.sign(activity));
  },
  askToReturn() {
    this.setData({ sheetVisible: true });
  },
  sendBack({ detail: { words } }: Emitted<ReasonInput>) {
    void this.submitChange((activity) => activities.sendBack(activity, words));
  },
  async submitChange(write: (activity: NonNullable<Data['activity']>) => Promise<Reply<ActivityView>>) {
    const { activity } = this.data;
    if (activity === null) return;
    await this.submit(() => write(activity), { draw: (view) => this.take(view) });
  },
});
