import type { ChangeView } from '../../../contracts/person';
import { limits } from '../../../contracts/limits';
import type { Chosen, Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { askConsent } from '../../../services/platform/privacy';
import { session, withSessionSaved } from '../../../session/session';
import type { SheetContent } from '../../../text/sheet';
import { phoneProblem } from '../../../text/person/phone';
import { refusalOf } from '../../../text/errors';
import { consentNeeded } from '../text/consent';
import {
  aloneHeardLine,
  aloneLine,
  askedLine,
  erasureAskedLine,
  erasureSheet,
  nothingChanged,
  rolesLine,
} from '../text/identity';
import { changeRow, type ChangeRow } from '../views/change-row';

interface Data extends PageData {
  maxPhone: number;
  maxName: number;
  /** As they are known now. */
  knownName: string;
  knownPhone: string;
  name: string;
  phone: string;
  rows: readonly ChangeRow[];
  /** One waits: another is not taken before somebody has looked at it. */
  waits: boolean;
  /** They live here, and may say that they live alone. */
  livesHere: boolean;
  alone: boolean;
  /** Who wrote down what they said of it; '' where they did it themselves. */
  aloneHeard: string;
  aloneBusy: boolean;
  veteran: boolean;
  volunteer: boolean;
  rolesBusy: boolean;
  /** Such a request waits already. */
  erasureWaits: boolean;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  maxName: limits.personName,
  knownName: '',
  knownPhone: '',
  name: '',
  phone: '',
  rows: [],
  waits: false,
  livesHere: false,
  alone: false,
  aloneHeard: '',
  aloneBusy: false,
  veteran: false,
  volunteer: false,
  rolesBusy: false,
  erasureWaits: false,
  ...closedSheet,
  sheet: erasureSheet,
  sheetProblem: '',
  maxPhone: limits.typedPhone,
};

function drawn(changes: readonly ChangeView[]): Partial<Data> {
  const { name = '', phone = '', alone, aloneHeard, roles } = session();
  return {
    knownName: name,
    knownPhone: phone,
    livesHere: alone !== undefined,
    alone: alone === true,
    aloneHeard: aloneHeardLine(alone === true, aloneHeard),
    veteran: roles?.veteran === true,
    volunteer: roles?.volunteer === true,
    rows: changes.map((change) => changeRow(change, nowMs())),
    waits: changes.some(({ kind, state }) => kind === 'contact' && state === 'open'),
    erasureWaits: changes.some(({ kind, state }) => kind === 'erasure' && state === 'open'),
  };
}

const own = record({
  read: () => people.listOwnChanges(),
  draw: ({ changes }) => drawn(changes),
  isEditing: ({ data: { name, phone } }: { data: Data }) => name !== '' || phone !== '',
});

/** Another name or number: asked for here, and looked at by the community before it stands. */
Page({
  data,
  ...own,
  ...sheetHandlers,
  askErasure() {
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitErasure({ detail: { words } }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(
      () => people.requestErasure(words),
      (change) => ({ erasureWaits: true, rows: [changeRow(change, nowMs()), ...this.data.rows] }),
    );
    if (reply.ok) showToast(erasureAskedLine);
  },
  async switchAlone({ detail: { value } }: Emitted<{ value: boolean }>) {
    this.setData({ aloneBusy: true });
    const reply = withSessionSaved(await people.setAlone(value));
    this.setData({ aloneBusy: false, alone: reply.ok ? value : !value, ...(reply.ok && { aloneHeard: '' }) });
    showToast(reply.ok ? aloneLine(value) : refusalOf(reply));
  },
  switchVeteran({ detail: { value } }: Emitted<{ value: boolean }>) {
    return this.setRoles({ veteran: value });
  },
  switchVolunteer({ detail: { value } }: Emitted<{ value: boolean }>) {
    return this.setRoles({ volunteer: value });
  },
  async setRoles(roles: { veteran?: boolean; volunteer?: boolean }) {
    const { veteran, volunteer } = this.data;
    this.setData({ rolesBusy: true });
    const reply = withSessionSaved(await people.setRoles(roles));
    this.setData({ rolesBusy: false, veteran, volunteer, ...(reply.ok && roles) });
    showToast(reply.ok ? rolesLine : refusalOf(reply));
  },
  writeName(event: Chosen) {
    this.setData({ name: event.detail.value, problem: '' });
  },
  writePhone(event: Chosen) {
    this.setData({ phone: event.detail.value, problem: '' });
  },
  /** WeChat's button: the number is proved at once. */
  async fromWeChat(event: Emitted<{ code?: string }>) {
    const { code } = event.detail;
    if (code !== undefined) await this.ask({ ...this.nameInput(), phoneCode: code });
  },
  async askTyped() {
    const phone = this.data.phone.trim();
    const name = this.nameInput();
    const problem = phone === '' ? (name.name === undefined ? nothingChanged : '') : phoneProblem(phone);
    if (problem !== '') this.setData({ problem });
    else if (!(await askConsent())) this.setData({ problem: consentNeeded });
    else await this.ask({ ...name, ...(phone !== '' && { phone }) });
  },
  nameInput(): { name?: string } {
    const name = this.data.name.trim();
    return name === '' || name === this.data.knownName ? {} : { name };
  },
  async ask(input: Parameters<typeof people.requestChange>[0]) {
    const reply = await this.submit(() => people.requestChange(input), {
      draw: (change) => ({
        name: '',
        phone: '',
        waits: true,
        rows: [changeRow(change, nowMs()), ...this.data.rows],
      }),
    });
    if (reply.ok) showToast(askedLine);
  },
});
