import { attendanceStates, type ActivityView, type AttendanceState } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as activities from '../services/activity';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { pickerDay, shanghaiTime } from '../../../text/dates';
import { activityCard, type ActivityCard } from '../views/activity-card';
import type { SheetContent } from '../../../text/sheet';
import { attendanceChoices, keptLine, notStarted, planLine, reasonMissing, signingLine } from '../text/attendance';
import { callOffSheet, leaveSheet, sendBackSheet } from '../text/sheets';
import { missingLine } from './missing-line';
import { walkInForm } from './walk-in';
import { codeOnScreen, mayScan, type ShownCode } from './code-on-screen';
import { keepRollDraft, withRollDraft } from './roll-draft';
import {
  attendanceRow,
  batch,
  changedMarks,
  rollCall,
  withAttendance,
  withoutReason,
  withRestPresent,
  type AttendanceRow,
  type Batch,
} from '../views/attendance';

interface Data extends PageData, Batch {
  activity: (ActivityCard & { readonly version: number }) | null;
  choices: readonly Choice[];
  maxReason: number;
  /** Whether signing posts points. */
  earns: boolean;
  mayMark: boolean;
  mayShowCode: boolean;
  mayAddWalkIn: boolean;
  /** The form for somebody of another branch is open. */
  addingWalkIn: boolean;
  /** Whether the reader may sign in now, by the code on the host's phone. */
  mayScan: boolean;
  /** The code, while this phone shows it. */
  code: ShownCode | null;
  mayClose: boolean;
  maySign: boolean;
  mayReturn: boolean;
  mayAskLeave: boolean;
  mayMove: boolean;
  /** The form for another time is open. */
  moving: boolean;
  today: string;
  /** Whose signature it waits for, or why the roll came back; what became of the plan. */
  signing: string;
  plan: string;
  sheet: SheetContent;
  sheetVisible: boolean;
  /** Why the account cannot be made yet. */
  later: string;
  /** One tap for all who are not marked; '' before it starts. */
  markRest: string;
  /** Marks that are not submitted yet, and whether nobody is left unmarked. */
  changed: boolean;
  isWhole: boolean;
  /** Whom somebody else marked meanwhile. */
  kept: string;
  confirming: boolean;
  note: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  ...batch([], 0),
  activity: null,
  choices: attendanceChoices,
  maxReason: limits.reasonWords,
  earns: true,
  mayMark: false,
  mayShowCode: false,
  mayAddWalkIn: false,
  addingWalkIn: false,
  mayScan: false,
  code: null,
  mayClose: false,
  maySign: false,
  mayReturn: false,
  mayAskLeave: false,
  mayMove: false,
  moving: false,
  today: '',
  signing: '',
  plan: '',
  sheet: sendBackSheet,
  sheetVisible: false,
  later: '',
  markRest: '',
  changed: false,
  isWhole: false,
  kept: '',
  confirming: false,
  note: '',
  busy: false,
};

function shown(view: ActivityView, people: readonly AttendanceRow[], unsent: string): Partial<Data> {
  const { earns, mayMark, mayClose, maySign, mayReturn, mayAskLeave, mayMove, version } = view;
  const { attendance: line, markRest, note, changed, isWhole } = rollCall(people, view.earns);
  const card = activityCard(view, nowMs());
  return {
    activity: { ...card, ...(mayMark && { attendance: line }), version },
    earns,
    mayMark,
    mayShowCode: view.mayShowCode,
    mayAddWalkIn: view.mayAddWalkIn,
    addingWalkIn: false,
    mayScan: mayScan(view),
    mayClose,
    maySign,
    mayReturn,
    mayAskLeave,
    mayMove,
    moving: false,
    signing: signingLine(view),
    plan: planLine(view),
    sheetVisible: false,
    later: mayMark && !mayClose ? notStarted(view) : '',
    markRest: mayClose ? markRest : '',
    changed: mayMark && changed,
    isWhole,
    kept: keptLine(people.flatMap(({ personId, name }) => (view.kept?.includes(personId) ? [name] : []))) || unsent,
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
  isEditing: ({ data: { changed, confirming, sheetVisible, moving, addingWalkIn } }) =>
    changed || confirming || sheetVisible || moving || addingWalkIn,
});

const nobody: readonly AttendanceRow[] = [];

/** Who came, who asked for leave; once the roll is closed, a second person's signature makes the account. */
Page({
  data,
  ...attendance,
  ...codeOnScreen,
  ...walkInForm,
  ...missingLine,
  onShow() {
    attendance.onShow.call(this);
    this.resumeCode();
    // back from signing in, their own line is read as it is now
    if (this.wasLeft) void this.load();
    this.wasLeft = false;
  },
  scan() {
    this.wasLeft = true;
    wx.navigateTo({ url: routes.signIn });
  },
  wasLeft: false,
  /** All of them; a batch at a time is drawn. */
  all: nobody,
  batch: 0,
  take(view: ActivityView): Partial<Data> {
    const rows = view.people.map((person) =>
      attendanceRow(person, { isMarking: view.mayMark, closedByName: view.closedByName }),
    );
    const { all, unsent } = withRollDraft(view, rows);
    this.all = all;
    return { ...shown(view, all, unsent), ...batch(all, this.batch) };
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
  writeReason({ currentTarget, detail }: Emitted<{ value: string }> & Tapped<{ person: string }>) {
    const { person } = currentTarget.dataset;
    this.all = this.all.map((row) => (row.personId === person ? { ...row, reason: detail.value } : row));
    keepRollDraft(this.data.activity?.activityId ?? '', changedMarks(this.all));
  },
  markAll() {
    this.change(withRestPresent(this.all));
  },
  change(all: readonly AttendanceRow[]) {
    this.all = all;
    const { attendance: line, markRest, note, changed, isWhole } = rollCall(all, this.data.earns);
    keepRollDraft(this.data.activity?.activityId ?? '', changedMarks(all));
    this.setData({
      ...batch(all, this.batch),
      'activity.attendance': line,
      markRest: this.data.mayClose ? markRest : '',
      note,
      changed,
      isWhole,
      kept: '',
      confirming: false,
      problem: '',
    });
  },
  submitMarks() {
    void this.submitRoll(({ activityId }) => this.writeMarks(activityId));
  },
  askToClose() {
    this.setData({ confirming: true });
  },
  notYet() {
    this.setData({ confirming: false });
  },
  /** What is marked and not submitted goes first; where somebody else had marked meanwhile, that is looked at. */
  close() {
    void this.submitRoll(async (activity) => {
      if (!this.data.changed) return activities.close(activity);
      const marked = await this.writeMarks(activity.activityId);
      return !marked.ok || marked.data.kept !== undefined ? marked : activities.close(marked.data);
    });
  },
  /** Once they are written they are no draft any more. */
  async writeMarks(activityId: string) {
    const reply = await activities.mark(activityId, changedMarks(this.all));
    if (reply.ok) keepRollDraft(activityId, []);
    return reply;
  },
  sign() {
    void this.submitChange((activity) => activities.sign(activity));
  },
  askToReturn() {
    this.setData({ sheet: sendBackSheet, sheetVisible: true });
  },
  askLeave() {
    this.setData({ sheet: leaveSheet, sheetVisible: true });
  },
  askToCallOff() {
    this.setData({ sheet: callOffSheet, sheetVisible: true });
  },
  /** By what the sheet that is open is for. */
  saidInSheet({ detail }: Emitted<ReasonInput>) {
    const { title, choices } = this.data.sheet;
    const { words } = detail;
    if (choices.length > 0) void this.proposeMissing(detail);
    else this.submitWords(title, words);
  },
  submitWords(title: string, words: string) {
    void this.submitChange((activity) => {
      if (title === leaveSheet.title) return activities.askLeave(activity.activityId, words);
      return title === callOffSheet.title ? activities.callOff(activity, words) : activities.sendBack(activity, words);
    });
  },
  answerLeave(event: Tapped<{ person: string; agree: boolean }>) {
    const { person, agree } = event.currentTarget.dataset;
    void this.submitChange(({ activityId }) => activities.decideLeave(activityId, person, agree));
  },
  askToMove() {
    this.setData({ moving: true, today: pickerDay(nowMs()), problem: '' });
  },
  leaveMove() {
    this.setData({ moving: false });
  },
  move({ detail: { day, time } }: Emitted<{ day: string; time: string }>) {
    void this.submitChange((activity) => activities.move(activity, shanghaiTime(day, time)));
  },
  async submitChange(write: (activity: NonNullable<Data['activity']>) => Promise<Reply<ActivityView>>) {
    const { activity } = this.data;
    if (activity === null) return undefined;
    return this.submit(() => write(activity), { draw: (view) => this.take(view) });
  },
  /** Marks go when each leave has its word; where somebody else closed the roll, it is shown as it stands. */
  async submitRoll(write: (activity: NonNullable<Data['activity']>) => Promise<Reply<ActivityView>>) {
    const missing = withoutReason(this.all);
    if (missing.length > 0) return this.setData({ problem: reasonMissing(missing), confirming: false });
    const reply = await this.submitChange(write);
    if (reply?.ok === false && 'code' in reply && reply.code === 'ACTIVITY_CLOSED') await this.load();
  },
});
