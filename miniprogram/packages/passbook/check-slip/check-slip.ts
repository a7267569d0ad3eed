import { limits } from '../../../contracts/limits';
import { readSlipText } from '../../../contracts/slip';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen } from '../../../page/events';
import { parameters } from '../../../page/parameters';
import { refusalOf } from '../../../text/errors';
import { seenSlips } from '../services/seen-slips';
import * as slips from '../services/slip';
import { mistyped, notSlip } from '../text/check-slip';
import { offlineVerdict, slipVerdict, type SlipVerdict } from '../views/check-slip';
import { readSlipCode, rememberedOf } from '../views/slip-code';

interface Data {
  maxCode: number;
  appearance: Appearance;
  /** As it was typed, or scanned. */
  code: string;
  problem: string;
  busy: boolean;
  verdict: SlipVerdict | null;
}

const data: Data = {
  appearance: appearance(),
  code: '',
  problem: '',
  busy: false,
  verdict: null,
  maxCode: limits.slipCode,
};

/** What was read; '' where they thought better of it. */
async function scanned(): Promise<string> {
  try {
    return (await wx.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return '';
  }
}

/**
 * Holds a printed slip against the book: its code is typed or scanned. Without a network the phone says what it knows
 * by itself: whether the code is whole, and whether it saw the same line.
 */
Page({
  data,
  /** Of the slip that was scanned; '' for one that was typed. */
  signature: '',
  onShow() {
    refreshAppearance(this);
  },
  type(event: Chosen) {
    this.signature = '';
    this.setData({ code: event.detail.value, problem: '', verdict: null });
  },
  async scan() {
    const text = await scanned();
    if (text === '') return;
    const found = readSlipText(text);
    if (found === null) {
      this.setData({ problem: notSlip, verdict: null });
      return;
    }
    this.signature = found.signature;
    this.setData({ code: found.code, problem: '', verdict: null });
    await this.check();
  },
  async check() {
    const { code, busy } = this.data;
    if (busy) return;
    const read = readSlipCode(code);
    if (read === null) {
      this.setData({ problem: mistyped, verdict: null });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const reply = await slips.check(code, this.signature, parameters(this).personId ?? '');
    if (reply.ok) this.setData({ busy: false, verdict: slipVerdict(reply.data) });
    else if (reply.code === 'NETWORK')
      this.setData({ busy: false, verdict: offlineVerdict(read, rememberedOf(read, seenSlips())) });
    else this.setData({ busy: false, problem: refusalOf(reply), verdict: null });
  },
});
