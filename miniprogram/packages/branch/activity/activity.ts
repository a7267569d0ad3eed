import { attendanceStates, type ActivityView, type AttendanceState } from '../../../contracts/activity';
import type { Reply } from '../../../contracts/error';
import * as activities from '../../../services/activity';
import { look, refreshLook, type Look } from '../../../session/look';
import { activityCard, attendanceRow, closing, remarked, type ActivityCard, type AttendanceRow } from '../../../text/activities';
import { refusal } from '../../../text/errors';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  activity: (ActivityCard & { readonly version: number }) | null;
  people: readonly AttendanceRow[];
  mayMark: boolean;
  mayClose: boolean;
  /** Marks that are not handed in yet. */
  changed: boolean;
  sure: boolean;
  note: string;
  busy: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', activity: null, people: [], mayMark: false, mayClose: false, changed: false, sure: false, note: '', busy: false,
};

function shown(view: ActivityView): Partial<Data> {
  const people = view.people.map(attendanceRow);
  return {
    phase: 'ready', problem: '', activity: { ...activityCard(view), version: view.version }, people, mayMark: view.mayMark, mayClose: view.mayClose,
    changed: false, sure: false, note: closing(people), busy: false,
  };
}

/** Who came, who asked for leave; closing it makes the account, once. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await activities.open(decodeURIComponent(this.options['activityId'] ?? ''));
    this.setData(reply.ok ? shown(reply.data) : failed(reply.code));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  mark(event: WechatMiniprogram.CustomEvent<{ personId: string; state: AttendanceState }>) {
    const { personId, state } = event.detail;
    const known = attendanceStates.find((one) => one === state);
    if (known === undefined) return;
    const people = this.data.people.map((row) => (row.personId === personId ? remarked(row, known) : row));
    this.setData({ people, changed: true, note: closing(people), problem: '' });
  },
  answer(reply: Reply<ActivityView>) {
    this.setData(reply.ok ? shown(reply.data) : { busy: false, problem: refusal(reply.code) });
  },
  async handIn() {
    const { activity, people } = this.data;
    if (activity === null) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await activities.mark(activity, people.map(({ personId, state }) => ({ personId, state }))));
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
