import { randomUUID } from 'node:crypto';
import type { State } from '../state';
import { numberOf, textOf } from '../values';
import type { Fields } from '../values';
import { ok, refuse, type OpenApi } from './api';

type ContentRules = State['contentRules'];

const maxTextLength = 2500;
const maxImageBytes = 1024 * 1024;
const activityWindowMs = 2 * 60 * 60 * 1000;
const labels = { pass: 100, review: 21000, risky: 20006 } as const;

type Suggestion = keyof typeof labels;

function suggestionFor(text: string, rules: ContentRules): { suggest: Suggestion; keyword?: string } {
  const risky = rules.risky.find((word) => text.includes(word));
  if (risky !== undefined) return { suggest: 'risky', keyword: risky };
  const review = rules.review.find((word) => text.includes(word));
  return review === undefined ? { suggest: 'pass' } : { suggest: 'review', keyword: review };
}

function checkResult(text: string, rules: ContentRules): Fields {
  const { suggest, keyword } = suggestionFor(text, rules);
  const label = labels[suggest];
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: suggest === 'pass' ? 10 : 90 };
  const found = keyword === undefined ? [] : [{ strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword }];
  return { result: { suggest, label }, detail: [model, ...found] };
}

export interface SecurityOptions {
  rules(): ContentRules;
  nowMs(): number;
  /** When this person last used the mini-program, undefined for a stranger. */
  lastSeenMs(openid: string): number | undefined;
  /** Whether a picture can be fetched from this address; a foreign one never is. */
  isDownloadable(url: string): boolean;
  push(event: Fields, openid: string): void;
}

/** Version 2 needs a user who was here within two hours (error 61010). */
function refuseUser(options: SecurityOptions, openid: string) {
  const seenMs = options.lastSeenMs(openid);
  if (openid === '') return refuse(40003, 'invalid openid');
  if (seenMs === undefined || options.nowMs() - seenMs > activityWindowMs)
    return refuse(61010, 'code is expired: the user was not active within 2 hours');
  return undefined;
}

const isScene = (scene: unknown): boolean => [1, 2, 3, 4].includes(numberOf(scene, 0));

/** `security.msgSecCheck`, both versions. */
function checkText(options: SecurityOptions): OpenApi {
  return ({ fields }) => {
    const content = textOf(fields['content']);
    if (content === '') return refuse(44002, 'empty content');
    if (content.length > maxTextLength) return refuse(45002, `content size out of limit: ${content.length} characters`);
    if (fields['version'] === undefined)
      return suggestionFor(content, options.rules()).suggest === 'risky' ? refuse(87014, 'risky content') : ok();
    if (numberOf(fields['version'], 0) !== 2) return refuse(40097, 'invalid args: version');
    if (!isScene(fields['scene'])) return refuse(40129, 'invalid scene');
    return (
      refuseUser(options, textOf(fields['openid'])) ??
      ok({ trace_id: randomUUID(), ...checkResult(content, options.rules()) })
    );
  };
}

/** `security.imgSecCheck`. */
function checkImage(options: SecurityOptions): OpenApi {
  return ({ media }) => {
    const image = media['media'];
    if (!image || image.bytes.length === 0) return refuse(41005, 'media data missing');
    if (image.bytes.length > maxImageBytes) return refuse(45002, 'media size out of limit');
    return suggestionFor(image.filename, options.rules()).suggest === 'risky' ? refuse(87014, 'risky content') : ok();
  };
}

/** What a picture is called: its address without the signature, whose letters are chance. */
const pathOf = (url: string): string => decodeURI(new URL(url).pathname);

/** `security.mediaCheckAsync`: the result comes later, as a push. */
function checkMediaLater(options: SecurityOptions): OpenApi {
  return ({ fields }) => {
    const url = textOf(fields['media_url']);
    const openid = textOf(fields['openid']);
    if (url === '') return refuse(44002, 'empty media_url');
    if (![1, 2].includes(numberOf(fields['media_type'], 0))) return refuse(40097, 'invalid args: media_type');
    if (!isScene(fields['scene'])) return refuse(40129, 'invalid scene');
    const refused = refuseUser(options, openid);
    if (refused) return refused;
    const traceId = randomUUID();
    const result = options.isDownloadable(url)
      ? { errcode: 0, errmsg: 'ok', ...checkResult(pathOf(url), options.rules()) }
      : { errcode: -1008, errmsg: 'download media failed' };
    options.push({ MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, version: 2, ...result }, openid);
    return ok({ trace_id: traceId });
  };
}

/** The interfaces that check content. */
export function securityApis(options: SecurityOptions): Record<string, OpenApi> {
  return {
    'security.msgSecCheck': checkText(options),
    'security.imgSecCheck': checkImage(options),
    'security.mediaCheckAsync': checkMediaLater(options),
  };
}
