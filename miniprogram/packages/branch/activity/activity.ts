import { attendanceStates, type ActivityView, type AttendanceState } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import * as activities from '../../../services/activity';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import {
  activityCard,
  allCame,
  attendanceChoices,
  attendanceRow,
  batch,
  notStarted,
  remarked,
  rollCall,
  type ActivityCard,
  type AttendanceRow,
  type Batch,
} from '../../../views/activity/activities';
import { refusal } from '../../../text/errors';
import type { Choice } from '../../../text/order/names';
import { failed, type Phase } from '../../../page/phase';

interface Data extends Batch {
  look: Look;
  phase: Phase;
  problem: string;
  activity: (ActivityCard & { readonly version: number }) | null;
  choices: readonly Choice[];
  mayMark: boolean;
  mayClose: boolean;
  /** Why the account cannot be made yet. */
  later: string;
  /** One tap for all who are not marked; '' before it starts. */
  allCame: string;
  /** Marks that are not handed in yet. */
  changed: boolean;
  sure: boolean;
  note: string;
  busy: boolean;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  activity: null,
  ...batch([], 0),
  choices: attendanceChoices,
  mayMark: false,
  mayClose: false,
  later: '',
  allCame: '',
  changed: false,
  sure: false,
  note: '',
  busy: false,
};

function shown(view: ActivityView, people: readonly AttendanceRow[]): Partial<Data> {
  const { mayMark, mayClose } = view;
  const marks = rollCall(people);
  return {
    phase: 'ready',
    problem: '',
    activity: { ...activityCard(view, nowMs()), version: view.version },
    mayMark,
    mayClose,
    later: mayMark && !mayClose ? notStarted(view) : '',
    allCame: mayClose ? marks.allCame : '',
    changed: false,
    sure: false,
    note: marks.note,
    busy: false,
  };
}

const nobody: readonly AttendanceRow[] = [];

/** Who came, who asked for leave; closing it makes the account, once. */
Page({
  data,
  /** All of them; a batch at a time is drawn. */
  all: nobody,
  batch: 0,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await activities.open(decodeURIComponent(this.options['activityId'] ?? ''));
    this.setData(reply.ok ? this.taken(reply.data) : failed(reply.code));
  },
  taken(view: ActivityView): Partial<Data> {
    this.all = view.people.map((person) => attendanceRow(person, view.mayMark));
    return { ...shown(view, this.all), ...batch(this.all, this.batch) };
  },
  earlierBatch() {
    this.turn(-1);
  },
  laterBatch() {
    this.turn(1);
  },
  turn(by: -1 | 1) {
    this.batch += by;
    this.setData(batch(this.all, this.batch));
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  mark(
    event: WechatMiniprogram.TouchEvent<
      Record<string, never>,
      Record<string, never>,
      { person: string; state: AttendanceState }
    >,
  ) {
    const { person, state } = event.currentTarget.dataset;
    const known = attendanceStates.find((one) => one === state);
    if (known === undefined) return;
    this.marked(this.all.map((row) => (row.personId === person ? remarked(row, known) : row)));
  },
  markAll() {
    this.marked(allCame(this.all));
  },
  marked(all: readonly AttendanceRow[]) {
    this.all = all;
    const { attendance, note, ...marks } = rollCall(all);
    this.setData({
      ...batch(all, this.batch),
      'activity.attendance': attendance,
      allCame: this.data.mayClose ? marks.allCame : '',
      note,
      changed: true,
      sure: false,
      problem: '',
    });
  },
  answer(reply: Reply<ActivityView>) {
    this.setData(reply.ok ? this.taken(reply.data) : { busy: false, problem: refusal(reply.code) });
  },
  async handIn() {
    const { activity } = this.data;
    if (activity === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(
      await activities.mark(
        activity,
        this.all.map(({ personId, state }) => ({ personId, state })),
      ),
    );
  },
  askToClose() {
    this.setData({ sure: true });
  },
  notYet() {
    this.setData({ sure: false });
  },
  async close() {
    const { activity } = this.data;
    if (activity === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await activities.close(activity));
  },
});
