import { readSignCode, type SignCode } from '../../../contracts/sign-code';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import { parameters } from '../../../page/parameters';
import * as activities from '../services/activity';
import { refusalOf } from '../../../text/errors';
import { notSignCode, signedInLine } from '../text/sign-in';

interface Data {
  appearance: Appearance;
  /** What scanning came to; it stays, since a line that passes is missed in a full room. */
  outcome: string;
  /** They are of another branch, and say whether they are noted as a guest. */
  asks: boolean;
  isSigned: boolean;
  busy: boolean;
}

const data: Data = { appearance: appearance(), outcome: '', asks: false, isSigned: false, busy: false };
const noCode = (): SignCode | null => null;

/** What was read; '' where they thought better of it. */
async function scanned(): Promise<string> {
  try {
    // the camera alone: a picture of a code that somebody sent on is no code
    return (await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result;
  } catch {
    return '';
  }
}

/** Signs the reader in by the code on the host's phone; of another branch, as a guest who says so. */
Page({
  data,
  code: noCode(),
  /** The activity at which they said that they are a guest. */
  guestAt: '',
  /** Led here by a button that says 扫码签到, they scan at once; led here by a scanner that read a code, it counts. */
  onLoad() {
    const { scan, code } = parameters(this);
    if (scan === 'now') void this.scan();
    else if (code !== undefined) void this.take(code);
  },
  onShow() {
    refreshAppearance(this);
  },
  async scan() {
    const text = await scanned();
    if (text !== '') await this.take(text);
  },
  async take(text: string) {
    this.code = readSignCode(text);
    if (this.code === null) this.setData({ outcome: notSignCode });
    else await this.signIn(this.code);
  },
  async signIn(code: SignCode) {
    this.setData({ busy: true });
    const reply = await activities.signIn(code, code.activityId === this.guestAt);
    this.setData({
      outcome: reply.ok ? signedInLine(reply.data) : refusalOf(reply),
      asks: !reply.ok && reply.code === 'OTHER_BRANCH_MEETING',
      isSigned: reply.ok,
      busy: false,
    });
  },
  /** It stands for the next code too, where this one went over while they read. */
  comeAsGuest() {
    const { code } = this;
    if (code === null) return;
    this.guestAt = code.activityId;
    void this.signIn(code);
  },
  leaveGuest() {
    this.setData({ outcome: '', asks: false });
  },
});
