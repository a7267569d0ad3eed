import { attendanceStates, type ActivityView, type AttendanceState } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import * as activities from '../../../services/activity';
import { look, refreshLook, type Look } from '../../../session/look';
import { activityCard, attendanceChoices, attendanceRow, batch, closing, remarked, type ActivityCard, type AttendanceRow } from '../../../text/activities';
import { refusal } from '../../../text/errors';
import type { Choice } from '../../../text/orders';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  activity: (ActivityCard & { readonly version: number }) | null;
  people: readonly AttendanceRow[];
  batchLine: string;
  choices: readonly Choice[];
  mayMark: boolean;
  mayClose: boolean;
  /** Marks that are not handed in yet. */
  changed: boolean;
  sure: boolean;
  note: string;
  busy: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', activity: null, people: [], batchLine: '', choices: attendanceChoices, mayMark: false, mayClose: false, changed: false, sure: false, note: '', busy: false,
};

function shown(view: ActivityView, people: readonly AttendanceRow[]): Partial<Data> {
  return {
    phase: 'ready', problem: '', activity: { ...activityCard(view), version: view.version }, mayMark: view.mayMark, mayClose: view.mayClose,
    changed: false, sure: false, note: closing(people), busy: false,
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
    this.all = view.people.map(attendanceRow);
    return { ...shown(view, this.all), ...batch(this.all, this.batch) };
  },
  nextBatch() {
    this.batch += 1;
    const drawn = batch(this.all, this.batch);
    if (drawn.people.length === 0) this.batch = 0;
    this.setData(drawn.people.length === 0 ? batch(this.all, 0) : drawn);
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
  mark(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { person: string; state: AttendanceState }>) {
    const { person, state } = event.currentTarget.dataset;
    const known = attendanceStates.find((one) => one === state);
    if (known === undefined) return;
    this.all = this.all.map((row) => (row.personId === person ? remarked(row, known) : row));
    this.setData({ ...batch(this.all, this.batch), changed: true, note: closing(this.all), problem: '' });
  },
  answer(reply: Reply<ActivityView>) {
    this.setData(reply.ok ? this.taken(reply.data) : { busy: false, problem: refusal(reply.code) });
  },
  async handIn() {
    const { activity } = this.data;
    if (activity === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await activities.mark(activity, this.all.map(({ personId, state }) => ({ personId, state }))));
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
