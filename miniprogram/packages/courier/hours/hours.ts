import { limits } from '../../../contracts/limits';
import type { HoursRule, OpeningHours, StationView } from '../../../contracts/station';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { submitTo } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import { noteMarked } from '../../../page/unsaved';
import * as stations from '../services/station';
import type { Choice } from '../../../text/choice';
import { weekdayChoices } from '../../../text/weekdays';
import { holidayChoices, hoursMissing } from '../text/hours';
import { keeperResults } from '../text/stations';
import { minutesOf, ruleForm, ruleOf, type RuleForm } from '../views/hours-form';

interface Data extends PageData {
  maxNote: number;
  weekdays: readonly Choice[];
  rules: readonly RuleForm[];
  holidayChoices: readonly Choice[];
  holidays: string;
  note: string;
  busy: boolean;
  sheetProblem: string;
}

const data: Data = {
  ...loadingPage(),
  weekdays: weekdayChoices,
  rules: [],
  holidayChoices: [],
  holidays: 'usual',
  note: '',
  busy: false,
  sheetProblem: '',
  maxNote: limits.stationWords,
};

const wholeWeek: HoursRule = { days: [1, 2, 3, 4, 5, 6, 7], from: 480, until: 1260 };
const noHours: OpeningHours = { rules: [], holidays: 'usual', closedDays: [] };

interface HoursPage extends PageWithParameters {
  view: StationView | undefined;
  hours: OpeningHours;
}

interface Viewed {
  view: StationView | undefined;
}
const noView: Viewed = { view: undefined };

const idOf = (page: PageWithParameters): string => parameters(page)['stationId'] ?? '';

const read = record({
  read: (page: HoursPage) => stations.get(idOf(page)),
  draw: (view, page) => {
    page.view = view;
    page.hours = view.hours.rules.length > 0 ? view.hours : { ...view.hours, rules: [wholeWeek] };
    return formOf(page.hours);
  },
  isEditing: ({ view }) => view !== undefined,
});

function formOf({ rules, holidays, note = '' }: OpeningHours): Partial<Data> {
  return {
    rules: rules.map(ruleForm),
    holidayChoices: holidayChoices(holidays),
    holidays: typeof holidays === 'string' ? holidays : 'own',
    note,
  };
}

/** Whoever keeps a station or a shop says when it is open. */
Page({
  data,
  ...read,
  ...noView,
  hours: noHours,
  setRule(index: number, change: (rule: HoursRule) => HoursRule) {
    const rules = this.hours.rules.map((rule, at) => (at === index ? change(rule) : rule));
    this.changeRules(rules);
  },
  changeRules(rules: readonly HoursRule[]) {
    this.hours = { ...this.hours, rules };
    noteMarked(this);
    this.setData({ rules: rules.map(ruleForm), sheetProblem: '' });
  },
  chooseDays(event: Tapped<{ index: number }> & Emitted<{ values: readonly string[] }>) {
    const days = event.detail.values.map(Number).sort((left, right) => left - right);
    this.setRule(event.currentTarget.dataset.index, (rule) => ({ ...rule, days }));
  },
  chooseTime(event: Tapped<{ index: number; end: 'from' | 'until' }> & Chosen) {
    const { index, end } = event.currentTarget.dataset;
    const minute = minutesOf(event.detail.value);
    this.setRule(index, ({ days, from, until }) =>
      end === 'from' ? ruleOf(days, minute, until % 1440) : ruleOf(days, from, minute),
    );
  },
  addRule() {
    this.changeRules([...this.hours.rules, wholeWeek]);
  },
  removeRule(event: Tapped<{ index: number }>) {
    this.changeRules(this.hours.rules.filter((_, index) => index !== event.currentTarget.dataset.index));
  },
  chooseHolidays(event: Chosen) {
    const { value } = event.detail;
    noteMarked(this);
    if (value === 'usual' || value === 'closed') this.hours = { ...this.hours, holidays: value };
    else this.hours = { ...this.hours, holidays: this.view?.hours.holidays ?? 'usual' };
    this.setData({ holidays: value });
  },
  writeNote(event: Chosen) {
    this.setData({ note: event.detail.value });
  },
  async submit() {
    const { view, hours } = this;
    if (!view) return;
    if (hours.rules.some(({ days }) => days.length === 0)) {
      this.setData({ sheetProblem: hoursMissing.days });
      return;
    }
    const note = this.data.note.trim();
    const { rules, holidays, closedDays } = hours;
    const asked = { rules, holidays, closedDays, ...(note !== '' && { note }) };
    const reply = await submitTo(this, 'sheetProblem', () =>
      stations.changeHours(view.station.stationId, view.version, asked),
    );
    if (reply.ok) goBackWithToast(keeperResults.changed);
  },
});
