import { grantKinds, type GrantKind } from '../../../contracts/grant';
import { limits } from '../../../contracts/limits';
import { pointUnits, type PassbookView, type PointUnit } from '../../../contracts/passbook';
import { loadingPage, type PageData, type PageOf } from '../../../page/page-data';
import type { Chosen } from '../../../page/events';
import { parameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as grants from '../services/grant';
import * as passbooks from '../../../services/passbook';
import { nowMs } from '../../../services/platform/clock';
import { pickedDay, pickerDay } from '../../../text/dates';
import { pointsText } from '../../../text/passbook/points';
import { grantKindChoices, grantMissing, grantProposedResult, kindNotes } from '../text/grants';

interface Data extends PageData {
  name: string;
  balance: string;
  kinds: typeof grantKindChoices;
  kind: GrantKind;
  note: string;
  points: string;
  day: string;
  dayText: string;
  today: string;
  reason: string;
  maxReason: number;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  name: '',
  balance: '',
  kinds: grantKindChoices,
  kind: 'grant',
  note: kindNotes.grant,
  points: '',
  day: '',
  dayText: '',
  today: '',
  reason: '',
  maxReason: limits.reasonWords,
  busy: false,
};

type GrantPage = PageOf<Data>;

function asked(page: GrantPage): { personId: string; unit: PointUnit } {
  const { personId = '', unit = '' } = parameters(page);
  return { personId, unit: pointUnits.find((known) => known === unit) ?? 'organization' };
}

const opened = record({
  read: (page: GrantPage) => passbooks.get(asked(page)),
  draw: (view: PassbookView, page) => ({
    phase: 'ready',
    name: view.name,
    balance: pointsText(view.balance),
    today: pickerDay(nowMs()),
    ...pickedDay(page.data.day || pickerDay(nowMs())),
  }),
  isEditing: ({ data: { points, reason } }) => points !== '' || reason !== '',
});

/** Why it cannot be sent yet; '' where it can. */
function missingIn({ kind, points, reason }: Data): string {
  const number = Number(points);
  if (points.trim() === '' || !Number.isSafeInteger(number) || number === 0) return grantMissing.points;
  if (kind === 'grant' && number < 0) return grantMissing.negative;
  return [...reason.trim()].length < limits.grantReasonLeast ? grantMissing.reason : '';
}

/** Proposes a line by hand in somebody's book; another person signs it. */
Page({
  data,
  ...opened,
  chooseKind(event: Chosen) {
    const kind = grantKinds.find((known) => known === event.detail.value);
    if (kind !== undefined) this.setData({ kind, note: kindNotes[kind], problem: '' });
  },
  writePoints(event: Chosen) {
    this.setData({ points: event.detail.value, problem: '' });
  },
  writeReason(event: Chosen) {
    this.setData({ reason: event.detail.value, problem: '' });
  },
  chooseDay(event: Chosen) {
    this.setData(pickedDay(event.detail.value));
  },
  async propose() {
    const problem = missingIn(this.data);
    if (problem !== '') return this.setData({ problem });
    const { kind, points, day, reason } = this.data;
    const proposal = { ...asked(this), kind, points: Number(points), day, reason: reason.trim() };
    const reply = await this.submit(() => grants.propose(proposal), { draw: () => ({ points: '', reason: '' }) });
    if (!reply.ok) return;
    showToast(grantProposedResult);
    wx.redirectTo({ url: routes.grants });
  },
});
