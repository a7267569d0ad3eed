import type { MessageTemplate } from '../../../miniprogram/contracts/message';

/** What we ask of WeChat beyond the database. Each answer is closed; transport errors are answers too. */
export interface Openapi {
  /**
   * `security.msgSecCheck` v2 (≤ 2500 characters; the openid must have been active within two hours, so that texts are
   * checked inside the request that brings them). `review`: WeChat is in doubt, and a person has to decide.
   */
  checkText(openid: string, text: string): Promise<'pass' | 'review' | 'refused' | 'unchecked'>;
  /** Starts `security.mediaCheckAsync`; the verdict comes to `events` within 30 minutes under the answered trace id. */
  checkPhoto(openid: string, fileUrl: string): Promise<{ readonly traceId: string } | 'unchecked'>;
  /** The number that WeChat verified for this code and this user; a code is valid for five minutes, once. */
  phoneNumber(openid: string, code: string): Promise<{ readonly phone: string } | 'refused' | 'failed'>;
  /** PNG of a mini-program code; `scene` holds ≤ 32 visible characters. */
  cardCode(scene: string, page: string): Promise<Buffer>;
  /** One subscription message. `no-credit` is 43101: nothing granted, or the grant is used up. */
  send(message: SubscriptionMessage): Promise<'sent' | 'no-credit' | 'failed'>;
  /** Whether one grant of it allows any number of messages: the account's category was given such templates. */
  isLongTerm(template: MessageTemplate): boolean;
  /** Which of our templates an id of WeChat's stands for. */
  templateOf(templateId: string): MessageTemplate | undefined;
}

export interface SubscriptionMessage {
  readonly openid: string;
  readonly template: MessageTemplate;
  readonly page: string;
  /** By the template's field (`thing1`, `time2`); a `thing` holds ≤ 20 characters without line breaks. */
  readonly data: Readonly<Record<string, string>>;
}
