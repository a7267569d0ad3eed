import { limits } from '../../../contracts/limits';
import { moveDaysBack, tenures, type MoveDirection, type Tenure } from '../../../contracts/residence';
import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { nowMs } from '../../../services/platform/clock';
import * as moves from '../services/residence';
import * as visits from '../services/visit';
import type { Choice } from '../../../text/choice';
import { dayName, pickerDay } from '../../../text/dates';
import { phoneProblem } from '../../../text/person/phone';
import { directionChoices, moveProblems, registeredLine, tenureChoices } from '../text/moves';

interface Data extends PageData {
  maxPhone: number;
  label: string;
  directions: typeof directionChoices;
  direction: MoveDirection;
  residents: readonly Choice[];
  personId: string;
  name: string;
  phone: string;
  maxName: number;
  tenures: typeof tenureChoices;
  tenure: Tenure | '';
  day: string;
  dayText: string;
  earliest: string;
  today: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  label: '',
  directions: directionChoices,
  direction: 'in',
  residents: [],
  personId: '',
  name: '',
  phone: '',
  maxName: limits.personName,
  tenures: tenureChoices,
  tenure: '',
  day: '',
  dayText: '',
  earliest: '',
  today: '',
  busy: false,
  maxPhone: limits.typedPhone,
};

const dayMs = 86_400_000;
const placeOf = (page: PageWithParameters): string => parameters(page)['placeId'] ?? '';

const form = record({
  read: (page: PageWithParameters) => visits.getHousehold(placeOf(page)),
  draw({ household: { label, residents } }, page) {
    const personId = parameters(page)['personId'] ?? '';
    const today = pickerDay(nowMs());
    return {
      label,
      residents: residents.map(({ personId: value, name: text }) => ({ value, text })),
      personId,
      direction: personId === '' ? 'in' : 'out',
      day: today,
      dayText: dayName(today),
      earliest: pickerDay(nowMs() - moveDaysBack * dayMs),
      today,
    };
  },
  isEditing: ({ data: { name, phone } }: PageWithParameters & { data: Data }) => name !== '' || phone !== '',
});

/** A courtyard head registers who moved into a household, or out of it. */
Page({
  data,
  ...form,
  chooseDirection(event: Chosen) {
    this.setData({ direction: event.detail.value === 'out' ? 'out' : 'in', problem: '' });
  },
  choosePerson(event: Chosen) {
    this.setData({ personId: event.detail.value, problem: '' });
  },
  chooseTenure(event: Chosen) {
    this.setData({ tenure: tenures.find((one) => one === event.detail.value) ?? '', problem: '' });
  },
  chooseDay(event: Chosen) {
    this.setData({ day: event.detail.value, dayText: dayName(event.detail.value), problem: '' });
  },
  writeName(event: Chosen) {
    this.setData({ name: event.detail.value, problem: '' });
  },
  writePhone(event: Chosen) {
    this.setData({ phone: event.detail.value, problem: '' });
  },
  register() {
    const { direction, personId, name, phone, tenure, day } = this.data;
    const placeId = placeOf(this);
    if (direction === 'out') {
      if (personId === '') return this.setData({ problem: moveProblems.who });
      return this.send(() => moves.registerOut(placeId, personId, day));
    }
    const problem = name.trim() === '' ? moveProblems.name : phoneProblem(phone);
    if (problem !== '') return this.setData({ problem });
    if (tenure === '') return this.setData({ problem: moveProblems.tenure });
    return this.send(() => moves.registerIn({ placeId, name: name.trim(), phone, tenure, day }));
  },
  async send(write: () => ReturnType<typeof moves.registerOut>) {
    const reply = await this.submit(write, { draw: () => ({ name: '', phone: '', personId: '' }) });
    if (!reply.ok) return;
    wx.navigateBack({ success: () => showToast(registeredLine), fail: () => showToast(registeredLine) });
  },
});
