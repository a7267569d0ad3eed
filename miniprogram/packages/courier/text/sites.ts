/** What pages of sites say. */
import { siteRecordKinds, type SiteRecordKind, type SiteRecordView } from '../../../contracts/site';
import type { CourierKind } from '../../../contracts/station';
import { choicesOf } from '../../../text/choice';
import { monthDay, weekdayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';

const trades: Record<CourierKind, string> = { delivery: '外卖', driver: '网约车', parcel: '快递', sanitation: '环卫' };
const kinds: Record<SiteRecordKind, string> = { activity: '活动', help: '帮忙', training: '强技能', care: '送温暖' };

export const tradeName = (kind: CourierKind): string => trades[kind];
export const recordKindName = (kind: SiteRecordKind): string => kinds[kind];
export const recordKindChoices = choicesOf(siteRecordKinds, kinds);

export function linkLine(expiresAt: string): string {
  return `您在这里，到 ${monthDay(expiresAt)}。还在就再点一次，走了不用管。`;
}

export const registered = '登记好了，支部的人认得您了';

export function recordLine({ at, byName, joined, kind }: SiteRecordView): string {
  const comes = kind === 'activity' || kind === 'training' ? `，${joined} 人来` : '';
  return `${weekdayTime(at)}，${byName}${comes}`;
}

const consents: Record<NonNullable<SiteRecordView['consent']>, string> = {
  asked: '等本人点头再写名字',
  agreed: '本人同意写名字',
  declined: '本人不写名字',
};

export function consentLine({ consent, recipientName }: SiteRecordView): string {
  return consent === undefined ? '' : joinParts(recipientName, consents[consent]);
}

export const joinResults = { joined: '记下了，到时候见', left: '那就不等您了' } as const;
export const careResults = { agreed: '写上您的名字了', declined: '不写您的名字' } as const;
export const recordAdded = '记好了';
export const recordMissing = {
  words: '写一句做了什么',
  recipient: '选一位登记在这个站点的小哥',
  site: '先选一个站点',
} as const;

/** What an order says where nobody wrote anything beside the picture. */
export const hazardWords = '路上有隐患，看照片';
export const hazardMissing = {
  photo: '先拍一张，看得见才好办',
  place: '先选在哪儿',
  uploading: '照片还在路上，等传完再报',
} as const;
export const hazardSent = '报上去了，网格员会去看';

export function gapLine(reached: number, total: number): string {
  return `${total} 个站点，${reached} 个 15 分钟内有开着的驿站`;
}

export function nextLine(count: number): string {
  return `再添一个驿站放这里，能多管到 ${count} 个站点`;
}

export function wayLine(way: { readonly stationName: string; readonly minutes: number } | undefined): string {
  return way === undefined ? '没有开着的' : `${way.stationName}，${way.minutes} 分钟`;
}

export const modeChoices = [
  { value: 'ebike', text: '骑车' },
  { value: 'walk', text: '走路' },
] as const;
export const timeChoices = [
  { value: 'day', text: '白天' },
  { value: 'night', text: '夜里两点' },
] as const;

export function receivedLine(receivedBy: string, receivedAt: string, issuedBy: string): string {
  return `${monthDay(receivedAt)} ${issuedBy}交给${receivedBy}`;
}
