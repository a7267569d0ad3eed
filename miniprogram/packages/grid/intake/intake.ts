import { limits } from '../../../contracts/limits';
import { orderCategories, visitTimes } from '../../../contracts/order';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen, Emitted } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { submitTo, type Refused } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { intakeResult } from '../../../text/order/results';
import { phoneProblem } from '../../../text/person/phone';
import { currentTime, offeredCategories, offeredTimes } from '../../../views/order/offered-choices';
import { lookFirst, missing, sameLine } from '../text/intake';
import { duplicatesOf, hasDuplicates, noDuplicates, type Duplicates } from '../views/duplicates';
import { cachedIntake, cacheIntake, clearIntake, emptyIntake, type IntakeDraft } from './draft';

interface Data {
  appearance: Appearance;
  draft: IntakeDraft;
  categories: readonly Choice[];
  times: readonly Choice[];
  maxWords: number;
  maxName: number;
  busy: boolean;
  problem: string;
  duplicates: Duplicates;
  /** The open order that says the same, once making another one was refused for it. */
  same: { readonly orderId: string; readonly line: string } | null;
}

const data: Data = {
  appearance: appearance(),
  draft: emptyIntake(),
  categories: offeredCategories(true, ''),
  times: offeredTimes(nowMs()),
  maxWords: limits.orderWords,
  maxName: limits.personName,
  busy: false,
  problem: '',
  duplicates: noDuplicates,
  same: null,
};

function missingOf({ category, words, name, phone, placeId }: IntakeDraft): string {
  if (name.trim() === '') return missing.name;
  if (phoneProblem(phone) !== '') return phoneProblem(phone);
  if (placeId === '') return missing.courtyard;
  if (category === '') return missing.category;
  return words.trim() === '' ? missing.words : '';
}

/** Why it was not taken; the same matter is shown with the order that it is in. */
function intakeRefusal(refused: Refused): Pick<Data, 'problem' | 'same'> {
  const { code, field, order } = refused;
  if (order !== undefined) return { problem: '', same: { orderId: order.orderId, line: sameLine(order.number) } };
  return { problem: code === 'INVALID_INPUT' && field === 'phone' ? missing.phone : refusalOf(refused), same: null };
}

/** Whose open orders are looked for; '' where neither number nor place is known yet. */
function askedOf({ phone, placeId }: IntakeDraft): string {
  const number = phoneProblem(phone) === '' ? phone : '';
  return number === '' && placeId === '' ? '' : `${number}/${placeId}`;
}

/**
 * An order taken by phone for somebody without a smartphone; they are called back when it is done. Open orders of the
 * number and of the courtyard are shown before another one is made.
 */
Page({
  data,
  /** Whose open orders the reader has been shown. */
  shownFor: '',
  onLoad() {
    const draft = cachedIntake();
    this.setData({ draft: { ...draft, when: currentTime(draft.when, nowMs()) }, times: offeredTimes(nowMs()) });
    void this.findDuplicates();
  },
  onShow() {
    refreshAppearance(this);
  },
  change(part: Partial<IntakeDraft>) {
    const draft = { ...this.data.draft, ...part };
    cacheIntake(draft);
    this.setData({ draft, problem: '', same: null });
  },
  chooseCategory(event: Chosen) {
    const category = orderCategories.find((known) => known === event.detail.value);
    if (category !== undefined) this.change({ category });
  },
  chooseTime(event: Chosen) {
    const when = visitTimes.find((known) => known === event.detail.value);
    if (when !== undefined) this.change({ when });
  },
  writeWords(event: Chosen) {
    this.change({ words: event.detail.value });
  },
  writeName(event: Chosen) {
    this.change({ name: event.detail.value });
  },
  writePhone(event: Chosen) {
    this.change({ phone: event.detail.value.trim() });
  },
  choosePlace() {
    const chosen = (place: { placeId: string; placeLabel: string }): void => {
      this.change(place);
      void this.findDuplicates();
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  /** @returns whether there is something to look at that was not shown before */
  async findDuplicates(): Promise<boolean> {
    const asked = askedOf(this.data.draft);
    if (asked === '' || asked === this.shownFor) return false;
    const { phone, placeId } = this.data.draft;
    const reply = await orders.findDuplicates({
      ...(phoneProblem(phone) === '' && { phone }),
      ...(placeId !== '' && { placeId }),
    });
    if (!reply.ok || asked !== askedOf(this.data.draft)) return false;
    const duplicates = duplicatesOf(reply.data, nowMs());
    this.shownFor = asked;
    this.setData({ duplicates });
    return hasDuplicates(duplicates);
  },
  openOrder(event: Emitted<{ orderId: string }>) {
    wx.navigateTo({ url: orderRoute(event.detail.orderId) });
  },
  openSame() {
    if (this.data.same !== null) wx.navigateTo({ url: orderRoute(this.data.same.orderId) });
  },
  submit() {
    return this.write(false);
  },
  /** It is another matter, in the same words. */
  submitAnyway() {
    return this.write(true);
  },
  async write(anyway: boolean) {
    const { category, name, words, when, phone, placeId, requestId } = this.data.draft;
    const problem = missingOf(this.data.draft);
    if (problem !== '' || category === '') {
      this.setData({ problem });
      return;
    }
    if (await this.findDuplicates()) {
      this.setData({ problem: lookFirst });
      return;
    }
    const order = { category, words: words.trim(), when: currentTime(when, nowMs()), name: name.trim() };
    const input = { ...order, phone, placeId, requestId, ...(anyway && { anyway }) };
    const reply = await submitTo(this, 'problem', () => orders.intake(input), { refuse: intakeRefusal });
    if (!reply.ok) return;
    clearIntake();
    const { orderId, actions } = reply.data;
    wx.redirectTo({
      url: orderRoute(orderId, actions.includes('dispatch') ? 'dispatch' : ''),
      success: () => showToast(intakeResult),
    });
  },
});
