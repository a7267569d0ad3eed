import type { OfficeHours, OfficeView } from '../../../contracts/setup';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import * as setup from '../services/setup';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { weekdayChoices } from '../../../text/weekdays';
import { hoursMissing, officeFields, officeSaved, type OfficeKey } from '../text/setup';
import { fieldViews, missingField, refusedField, type FieldView } from '../views/fields';
import { clockText, minutesOf } from '../views/hours';
import { writtenPhone } from '../../../contracts/written-phone';

interface Data extends PageData {
  fields: readonly FieldView<OfficeKey>[];
  weekdays: readonly Choice[];
  days: readonly string[];
  from: string;
  until: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  fields: [],
  weekdays: weekdayChoices,
  days: [],
  from: '8:30',
  until: '17:30',
  busy: false,
};

const formOf = ({ phone, address, hours, dutyName, dutyPhone }: OfficeView): Partial<Data> => ({
  fields: fieldViews(officeFields, {
    officePhone: writtenPhone(phone),
    officeAddress: address,
    hoursText: hours.text,
    dutyName,
    dutyPhone: writtenPhone(dutyPhone),
  }),
  days: hours.days.map(String),
  from: clockText(hours.fromMinute),
  until: clockText(hours.toMinute),
});

const office = record({
  read: () => setup.getProgress(),
  draw: (progress) => formOf(progress.office),
  isEditing: ({ data: { fields } }: { data: Data }) => fields.length > 0,
});

/** The office's numbers and hours, as every card has them. */
Page({
  data,
  ...office,
  typeField(event: Tapped<{ index: number }> & Chosen) {
    this.setData({ [`fields[${event.currentTarget.dataset.index}].value`]: event.detail.value });
  },
  chooseDays(event: Emitted<{ values: readonly string[] }>) {
    this.setData({ days: event.detail.values });
  },
  chooseTime(event: Tapped<{ end: 'from' | 'until' }> & Chosen) {
    this.setData({ [event.currentTarget.dataset.end]: event.detail.value });
  },
  /** Undefined where no day is chosen, or it closes before it opens. */
  hours(text: string): OfficeHours | undefined {
    const { days, from, until } = this.data;
    const [fromMinute, toMinute] = [minutesOf(from), minutesOf(until)];
    const sorted = days.map(Number).sort((left, right) => left - right);
    return sorted.length > 0 && fromMinute < toMinute ? { days: sorted, fromMinute, toMinute, text } : undefined;
  },
  async save() {
    const { fields } = this.data;
    const value = (key: OfficeKey): string => fields.find((field) => field.key === key)?.value.trim() ?? '';
    const hours = this.hours(value('hoursText'));
    const problem = missingField(fields) || (hours ? '' : hoursMissing);
    if (!hours || problem !== '') {
      this.setData({ problem });
      return;
    }
    const asked = {
      officePhone: value('officePhone'),
      officeAddress: value('officeAddress'),
      hours,
      dutyName: value('dutyName'),
      dutyPhone: value('dutyPhone'),
    };
    const reply = await this.submit(() => setup.changeOffice(asked), {
      refuse: (refused) => ({
        problem:
          (refused.code === 'INVALID_INPUT' ? refusedField(fields, refused.field) : undefined) ?? refusalOf(refused),
      }),
    });
    if (reply.ok) goBackWithToast(officeSaved);
  },
});
