import { randomBytes } from 'node:crypto';
import { appId } from '../environment';
import type { StateFile } from '../state';
import { textOf } from '../values';
import { ok, refuse, type OpenApi } from './api';

const codeLifetimeMs = 5 * 60 * 1000;

/**
 * Codes that stand for what a person agreed to share by a tap: a phone number, or the data of a cloud ID. Both are good
 * for five minutes.
 */
export class OneTimeCodes {
  constructor(
    private readonly state: StateFile,
    private readonly nowMs: () => number,
  ) {}

  issuePhoneCode(openid: string, phoneNumber: string): string {
    const code = randomBytes(16).toString('hex');
    this.state.value.phoneCodes[code] = { openid, phoneNumber, expiresMs: this.nowMs() + codeLifetimeMs };
    this.state.save();
    return code;
  }

  issueCloudId(openid: string, data: unknown): string {
    const cloudId = `local_${randomBytes(16).toString('hex')}`;
    this.state.value.openData[cloudId] = { openid, data, expiresMs: this.nowMs() + codeLifetimeMs };
    this.state.save();
    return cloudId;
  }

  /** The data of a cloud ID, as `cloud.getOpenData` gives it. */
  openData(cloudId: string): object {
    const found = this.state.value.openData[cloudId];
    if (!found || found.expiresMs < this.nowMs())
      return { cloudID: cloudId, errCode: -601006, errMsg: 'cloudID expired or invalid' };
    return { cloudID: cloudId, data: found.data };
  }

  /** `phonenumber.getPhoneNumber`: a code holds for five minutes and once; with `openid` it must be that person's. */
  readonly getPhoneNumber: OpenApi = ({ fields }) => {
    const code = textOf(fields['code']);
    const found = this.state.value.phoneCodes[code];
    if (!found || found.expiresMs < this.nowMs()) return refuse(40029, 'code is invalid');
    if (fields['openid'] !== undefined && fields['openid'] !== found.openid) return refuse(40003, 'invalid openid');
    const { phoneNumber } = found;
    delete this.state.value.phoneCodes[code];
    this.state.save();
    const watermark = { timestamp: Math.floor(this.nowMs() / 1000), appid: appId };
    return ok({ phone_info: { phoneNumber: phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark } });
  };
}
