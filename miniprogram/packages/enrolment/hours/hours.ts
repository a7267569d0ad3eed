import { maxWindows, type HoursView, type HoursWindow } from '../../../contracts/enrolment';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { noteMarked } from '../../../page/unsaved';
import * as enrolments from '../services/enrolment';
import { dayChoices, hoursProblems, hoursSaved, windowLine } from '../text/hours';

type Kind = 'work' | 'free';

interface Data extends PageData {
  work: readonly string[];
  free: readonly string[];
  dayChoices: typeof dayChoices;
  days: readonly string[];
  from: string;
  to: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  work: [],
  free: [],
  dayChoices,
  days: [],
  from: '19:00',
  to: '21:00',
  busy: false,
};

const noHours: HoursView = { work: [], free: [] };

interface Page {
  data: Data;
  hours: HoursView;
}

const drawn = (page: Page, hours: HoursView): Partial<Data> => {
  page.hours = hours;
  return { work: hours.work.map(windowLine), free: hours.free.map(windowLine), days: [] };
};

const own = record({
  read: () => enrolments.get(),
  draw: ({ enrolment }, page: Page) => drawn(page, enrolment?.hours ?? noHours),
  isEditing: ({ data: { days } }: Page) => days.length > 0,
});

const minuteOf = (time: string): number => {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

/** When a member works and when they are free beside it, in hours of the week. */
Page({
  data,
  ...own,
  hours: noHours,
  chooseDays({ detail: { values } }: Emitted<{ values: readonly string[] }>) {
    noteMarked(this);
    this.setData({ days: values, problem: '' });
  },
  chooseFrom(event: Chosen) {
    this.setData({ from: event.detail.value, problem: '' });
  },
  chooseTo(event: Chosen) {
    this.setData({ to: event.detail.value, problem: '' });
  },
  addWork() {
    return this.add('work');
  },
  addFree() {
    return this.add('free');
  },
  add(kind: Kind) {
    const { days, from, to } = this.data;
    const added = { days: days.map(Number), fromMinute: minuteOf(from), toMinute: minuteOf(to) };
    const problem =
      days.length === 0
        ? hoursProblems.days
        : added.fromMinute >= added.toMinute
          ? hoursProblems.order
          : this.hours[kind].length >= maxWindows
            ? hoursProblems.many
            : '';
    if (problem === '') return this.save({ ...this.hours, [kind]: [...this.hours[kind], added] });
    this.setData({ problem });
    return undefined;
  },
  remove(event: Tapped<{ kind: Kind; index: number }>) {
    const { kind, index } = event.currentTarget.dataset;
    const left: readonly HoursWindow[] = this.hours[kind].filter((_one, position) => position !== index);
    return this.save({ ...this.hours, [kind]: left });
  },
  async save({ work, free }: HoursView) {
    const reply = await this.submit(() => enrolments.setHours(work, free), {
      draw: ({ hours }) => drawn(this, hours),
    });
    if (reply.ok) showToast(hoursSaved);
  },
});
