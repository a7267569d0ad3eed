import type { StateFile } from '../state';
import { messageFieldRules } from '../text/message-fields';
import { isFields, textOf, type Fields } from '../values';
import { ok, refuse, type OpenApi } from './api';

export interface SentMessage {
  readonly at: string;
  readonly touser: string;
  readonly templateId: string;
  readonly page: string;
  readonly data: Record<string, string>;
  readonly miniprogramState: string;
}

/** @returns the field that a template would refuse */
function wrongField(data: Record<string, string>): string | undefined {
  return Object.keys(data).find((key) => {
    const value = data[key] ?? '';
    const rule = messageFieldRules[key.replace(/\d+$/, '')];
    return rule === undefined || !/\d$/.test(key) || !rule.test(value) || value.includes('\n');
  });
}

function readData(value: unknown): Record<string, string> {
  if (!isFields(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, isFields(field) ? String(field['value'] ?? '') : '']),
  );
}

const creditKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

/** One-off subscription messages: one grant, one message. */
export class Subscriptions {
  readonly sent: SentMessage[] = [];

  constructor(
    private readonly state: StateFile,
    private readonly now: () => Date,
  ) {}

  grant(openid: string, templateIds: readonly string[]): void {
    const { credits } = this.state.value;
    for (const templateId of templateIds) credits[creditKey(openid, templateId)] = this.credits(openid, templateId) + 1;
    this.state.save();
  }

  credits(openid: string, templateId: string): number {
    return this.state.value.credits[creditKey(openid, templateId)] ?? 0;
  }

  /** `subscribeMessage.send`. A message that is refused for its content costs nothing. */
  readonly send: OpenApi = ({ fields }) => {
    const touser = textOf(fields['touser']);
    const templateId = textOf(fields['template_id']);
    if (touser === '') return refuse(40003, 'invalid openid');
    if (templateId === '') return refuse(40037, 'invalid template_id');
    const data = readData(fields['data']);
    const wrong = wrongField(data);
    if (Object.keys(data).length === 0) return refuse(47003, 'argument invalid! data is empty');
    if (wrong !== undefined) return refuse(47003, `argument invalid! data.${wrong}.value invalid`);
    const remaining = this.credits(touser, templateId);
    if (remaining === 0) return refuse(43101, 'user refuse to accept the msg');
    this.state.value.credits[creditKey(touser, templateId)] = remaining - 1;
    this.state.save();
    this.sent.push(this.message(fields, data));
    return ok({ msgid: Date.now() });
  };

  private message(fields: Fields, data: Record<string, string>): SentMessage {
    return {
      at: this.now().toISOString(),
      touser: textOf(fields['touser']),
      templateId: textOf(fields['template_id']),
      page: textOf(fields['page']),
      data,
      miniprogramState: textOf(fields['miniprogram_state'], 'formal'),
    };
  }
}
