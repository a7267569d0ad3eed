/**
 * The host's phone shows the code of a meeting: what it is made of is fetched once, and a new one is drawn in every
 * window without a call. Spread into the page of an activity.
 */
import type { ActivityView } from '../../../contracts/activity';
import type { Output } from '../../../contracts/api';
import type { Reply } from '../../../contracts/error';
import { signCode, signCodeText, signGraceMs, signWindowAt, signWindowMs } from '../../../contracts/sign-code';
import type { SubmitOptions } from '../../../page/submit';
import * as activities from '../services/activity';
import { nowMs } from '../../../services/platform/clock';
import { brightenScreen, restoreScreen } from '../../../services/platform/screen';
import { codeLine } from '../text/sign-in';
import { pngOf } from '../views/png';
import { qrCode } from '../views/qr-code';

/** A code as it stands on the screen. */
export interface ShownCode {
  readonly image: string;
  readonly line: string;
}

type Opened = Output<'activity.openCode'> & {
  readonly activityId: string;
  /** How far the server's clock, by which codes count, is ahead of this phone's. */
  readonly aheadMs: number;
};

interface CodePage {
  readonly data: { readonly activity: { readonly activityId: string } | null; readonly code: ShownCode | null };
  opened: Opened | null;
  /** 0 while no code is drawn. */
  codeTimer: number;
  setData(change: object): void;
  load(): Promise<void>;
  drawCode(): void;
  stopCode(): void;
  submit(write: () => Promise<Reply<Opened>>, options: SubmitOptions<Opened>): Promise<unknown>;
}

function shownAt({ activityId, secret, from }: Opened, timeMs: number): ShownCode {
  const window = signWindowAt(timeMs);
  const text = signCodeText({ activityId, window, code: signCode(secret, activityId, window) });
  const endsAt = new Date((window + 1) * signWindowMs + signGraceMs);
  return {
    image: `data:image/png;base64,${wx.arrayBufferToBase64(pngOf(qrCode(text)))}`,
    line: codeLine(endsAt, from, new Date(timeMs)),
  };
}

async function open(activityId: string): Promise<Reply<Opened>> {
  const reply = await activities.openCode(activityId);
  if (!reply.ok) return reply;
  return { ok: true, data: { ...reply.data, activityId, aheadMs: Date.parse(reply.data.now) - nowMs() } };
}

const notOpened: Opened | null = null;

export const codeOnScreen = {
  opened: notOpened,
  codeTimer: 0,
  async showCode(this: CodePage): Promise<void> {
    const activityId = this.data.activity?.activityId ?? '';
    const keep = (opened: Opened): object => {
      this.opened = opened;
      return {};
    };
    if (this.opened === null) await this.submit(() => open(activityId), { draw: keep });
    if (this.opened === null) return;
    brightenScreen();
    this.drawCode();
  },
  /** Draws the code of now, and waits for the next window. */
  drawCode(this: CodePage): void {
    const { opened } = this;
    if (opened === null) return;
    clearTimeout(this.codeTimer);
    const timeMs = nowMs() + opened.aheadMs;
    this.setData({ code: shownAt(opened, timeMs) });
    this.codeTimer = setTimeout(() => this.drawCode(), signWindowMs - (timeMs % signWindowMs));
  },
  stopCode(this: CodePage): void {
    clearTimeout(this.codeTimer);
    this.codeTimer = 0;
    restoreScreen();
  },
  /** The roll is read again: who signed in meanwhile stands there. */
  hideCode(this: CodePage): void {
    this.stopCode();
    this.setData({ code: null });
    void this.load();
  },
  onHide(this: CodePage): void {
    if (this.codeTimer !== 0) this.stopCode();
  },
  onUnload(this: CodePage): void {
    if (this.codeTimer !== 0) this.stopCode();
  },
  /** Once the page is in front again. */
  resumeCode(this: CodePage): void {
    if (this.data.code === null) return;
    brightenScreen();
    this.drawCode();
  },
};

/** Whoever keeps the roll marks themselves in it. */
export function mayScan({ state, mine, mayMark, marksFrom, signInByCode }: ActivityView): boolean {
  const isThere = mine !== undefined && mine !== 'present';
  return state === 'open' && signInByCode && isThere && !mayMark && nowMs() >= Date.parse(marksFrom);
}
