import type { Chosen } from '../../../page/events';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import { parameters } from '../../../page/parameters';
import { submitTo } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import * as recognition from '../services/recognition';
import { emptyThanks, sentThanks } from '../text/thanks';

interface Data {
  appearance: Appearance;
  words: string;
  busy: boolean;
  problem: string;
}

const data: Data = { appearance: appearance(), words: '', busy: false, problem: '' };

/** A resident thanks whoever did their order. */
Page({
  data,
  onShow() {
    refreshAppearance(this);
  },
  write({ detail }: Chosen) {
    this.setData({ words: detail.value, problem: '' });
  },
  async send() {
    if (this.data.busy) return;
    const words = this.data.words.trim();
    if (words === '') {
      this.setData({ problem: emptyThanks });
      return;
    }
    const orderId = parameters(this)['orderId'] ?? '';
    const reply = await submitTo(this, 'problem', () => recognition.thank(orderId, words));
    if (reply.ok) goBackWithToast(sentThanks);
  },
});
