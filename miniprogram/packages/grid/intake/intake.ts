import { limits } from '../../../contracts/limits';
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../../../contracts/order';
import * as orders from '../../../services/order';
import { tell } from '../../../session/leave';
import { look, refreshLook, type Look } from '../../../session/look';
import { orderPage } from '../../../session/places';
import { refusal } from '../../../text/errors';
import { takenDownLine } from '../../../text/moved';
import { missing, offeredCategories, offeredTimes } from '../../../text/new-order';
import type { Choice } from '../../../text/orders';

interface Data {
  look: Look;
  categories: readonly Choice[];
  category: OrderCategory | '';
  times: readonly Choice[];
  when: VisitTime;
  words: string;
  wordsMost: number;
  name: string;
  nameMost: number;
  phone: string;
  spot: string;
  busy: boolean;
  problem: string;
}

const data: Data = {
  look: look(), categories: offeredCategories(true, ''), category: '', times: offeredTimes, when: 'any', words: '', wordsMost: limits.orderWords,
  name: '', nameMost: limits.personName, phone: '', spot: '', busy: false, problem: '',
};

type Written = WechatMiniprogram.CustomEvent<{ value: string }>;

/** An order taken by phone for somebody without a smartphone; they are called back when it is done. */
Page({
  data,
  placeId: '',
  onShow() {
    refreshLook(this);
  },
  chooseCategory(event: Written) {
    const category = orderCategories.find((known) => known === event.detail.value);
    if (category !== undefined) this.setData({ category, problem: '' });
  },
  chooseTime(event: Written) {
    const when = visitTimes.find((known) => known === event.detail.value);
    if (when !== undefined) this.setData({ when });
  },
  writeWords(event: Written) {
    this.setData({ words: event.detail.value, problem: '' });
  },
  writeName(event: Written) {
    this.setData({ name: event.detail.value, problem: '' });
  },
  writePhone(event: Written) {
    this.setData({ phone: event.detail.value.trim(), problem: '' });
  },
  choosePlace() {
    wx.navigateTo({
      url: '/packages/resident/place/place',
      events: {
        chosen: ({ placeId, spot }: { placeId: string; spot: string }) => {
          this.placeId = placeId;
          this.setData({ spot, problem: '' });
        },
      },
    });
  },
  lacking(): string {
    const { category, words, name, phone } = this.data;
    if (category === '') return missing.category;
    if (words.trim() === '') return missing.words;
    if (name.trim() === '') return missing.name;
    if (phone === '') return missing.phone;
    return this.placeId === '' ? missing.spot : '';
  },
  async submit() {
    const { category, words, when, name, phone } = this.data;
    const problem = this.lacking();
    if (problem !== '' || category === '') {
      this.setData({ problem });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const reply = await orders.intake({ category, words: words.trim(), when, name: name.trim(), phone, placeId: this.placeId });
    if (reply.ok) wx.redirectTo({ url: orderPage(reply.data.orderId, reply.data.actions.includes('dispatch')), success: () => tell(takenDownLine) });
    else this.setData({ busy: false, problem: reply.code === 'INVALID_INPUT' && reply.field === 'phone' ? missing.phone : refusal(reply.code) });
  },
});
