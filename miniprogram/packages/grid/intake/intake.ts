import { limits } from '../../../contracts/limits';
import { orderCategories, visitTimes } from '../../../contracts/order';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { orderPage } from '../../../routes';
import { refusal } from '../../../text/errors';
import { takenDownLine } from '../../../text/order/results';
import { missing, offeredCategories, offeredTimes, timely } from '../../../text/order/new-order';
import type { Choice } from '../../../text/order/names';
import { dropIntake, emptyIntake, keepIntake, keptIntake, type IntakeDraft } from './draft';

interface Data {
  look: Look;
  draft: IntakeDraft;
  categories: readonly Choice[];
  times: readonly Choice[];
  wordsMost: number;
  nameMost: number;
  busy: boolean;
  problem: string;
}

const data: Data = {
  look: look(),
  draft: emptyIntake(),
  categories: offeredCategories(true, ''),
  times: offeredTimes(nowMs()),
  wordsMost: limits.orderWords,
  nameMost: limits.personName,
  busy: false,
  problem: '',
};

type Written = WechatMiniprogram.CustomEvent<{ value: string }>;

function lacking({ category, words, name, phone, placeId }: IntakeDraft): string {
  if (name.trim() === '') return missing.name;
  if (phone === '') return missing.anyPhone;
  if (placeId === '') return missing.spot;
  if (category === '') return missing.category;
  return words.trim() === '' ? missing.words : '';
}

/** An order taken by phone for somebody without a smartphone; they are called back when it is done. */
Page({
  data,
  onLoad() {
    const draft = keptIntake();
    this.setData({ draft: { ...draft, when: timely(draft.when, nowMs()) }, times: offeredTimes(nowMs()) });
  },
  onShow() {
    refreshLook(this);
  },
  change(part: Partial<IntakeDraft>) {
    const draft = { ...this.data.draft, ...part };
    keepIntake(draft);
    this.setData({ draft, problem: '' });
  },
  chooseCategory(event: Written) {
    const category = orderCategories.find((known) => known === event.detail.value);
    if (category !== undefined) this.change({ category });
  },
  chooseTime(event: Written) {
    const when = visitTimes.find((known) => known === event.detail.value);
    if (when !== undefined) this.change({ when });
  },
  writeWords(event: Written) {
    this.change({ words: event.detail.value });
  },
  writeName(event: Written) {
    this.change({ name: event.detail.value });
  },
  writePhone(event: Written) {
    this.change({ phone: event.detail.value.trim() });
  },
  choosePlace() {
    wx.navigateTo({
      url: '/packages/resident/place/place',
      events: { chosen: (place: { placeId: string; spot: string }) => this.change(place) },
    });
  },
  async submit() {
    const { draft } = this.data;
    const { category, name, words, when, phone, placeId, requestId } = draft;
    const problem = lacking(draft);
    if (problem !== '' || category === '') {
      this.setData({ problem });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const reply = await orders.intake({
      category,
      words: words.trim(),
      when: timely(when, nowMs()),
      name: name.trim(),
      phone,
      placeId,
      requestId,
    });
    if (!reply.ok) {
      this.setData({
        busy: false,
        problem: reply.code === 'INVALID_INPUT' && reply.field === 'phone' ? missing.anyPhone : refusal(reply.code),
      });
      return;
    }
    dropIntake();
    wx.redirectTo({
      url: orderPage(reply.data.orderId, reply.data.actions.includes('dispatch')),
      success: () => tell(takenDownLine),
    });
  },
});
