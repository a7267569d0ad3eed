import { limits } from '../../../contracts/limits';
import { orderCategories, visitTimes } from '../../../contracts/order';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen } from '../../../page/events';
import { orderRoute } from '../../../page/order-route';
import { submitTo } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { intakeResult } from '../../../text/order/results';
import { phoneProblem } from '../../../text/person/phone';
import { currentTime, offeredCategories, offeredTimes } from '../../../views/order/offered-choices';
import { missing } from '../text/intake';
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
};

function missingOf({ category, words, name, phone, placeId }: IntakeDraft): string {
  if (name.trim() === '') return missing.name;
  if (phoneProblem(phone) !== '') return phoneProblem(phone);
  if (placeId === '') return missing.courtyard;
  if (category === '') return missing.category;
  return words.trim() === '' ? missing.words : '';
}

/** An order taken by phone for somebody without a smartphone; they are called back when it is done. */
Page({
  data,
  onLoad() {
    const draft = cachedIntake();
    this.setData({ draft: { ...draft, when: currentTime(draft.when, nowMs()) }, times: offeredTimes(nowMs()) });
  },
  onShow() {
    refreshAppearance(this);
  },
  change(part: Partial<IntakeDraft>) {
    const draft = { ...this.data.draft, ...part };
    cacheIntake(draft);
    this.setData({ draft, problem: '' });
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
    const chosen = (place: { placeId: string; placeLabel: string }): void => this.change(place);
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  async submit() {
    const { category, name, words, when, phone, placeId, requestId } = this.data.draft;
    const problem = missingOf(this.data.draft);
    if (problem !== '' || category === '') {
      this.setData({ problem });
      return;
    }
    const order = { category, words: words.trim(), when: currentTime(when, nowMs()), name: name.trim() };
    const reply = await submitTo(this, 'problem', () => orders.intake({ ...order, phone, placeId, requestId }), {
      refuse: (refused) => ({
        problem: refused.code === 'INVALID_INPUT' && refused.field === 'phone' ? missing.phone : refusalOf(refused),
      }),
    });
    if (!reply.ok) return;
    clearIntake();
    const { orderId, actions } = reply.data;
    wx.redirectTo({
      url: orderRoute(orderId, actions.includes('dispatch') ? 'dispatch' : ''),
      success: () => showToast(intakeResult),
    });
  },
});
