import { freeTexts, type FreeText, type TextReader } from '../../../cloudfunctions/core/access/free-texts';
import { scopeOf } from '../../../cloudfunctions/core/access/permissions';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import {
  bookkeeperHats,
  bookReaderHats,
  branchStaffHats,
  gridStaffHats,
  helperHats,
  neighbourHats,
  signedInHats,
  type Hat,
} from '../../../miniprogram/contracts/hat';
import { newRequest, type ApiCloud } from '../../support/api';
import { callers } from './calls';
import { versionOf } from './examples';

/** Who is what to a text, beside what a hat makes of somebody. */
export type Cast = Partial<Record<TextReader, readonly string[]>>;

/** A text that was typed into a field, and the openids that may read it. */
export interface Planted {
  readonly field: FreeText;
  readonly text: string;
  readonly readers: readonly string[];
}

const wearing = (isOne: (hat: Hat) => boolean): readonly string[] =>
  callers.filter(({ openid, hat }) => isOne(hat) && !openid.includes('tranger')).map(({ openid }) => openid);
const wearingOneOf = (hats: readonly string[]) => wearing((hat) => hats.includes(hat));

/** Whom a hat makes a reader, in the grid of the order and in the community. */
const byHat: Cast = {
  observers: ['o_head', 'o_lane', 'o_group', 'o_inspector'],
  complaintReceiver: ['o_secretary'],
  visitors: ['o_head', 'o_lane', 'o_leader', 'o_worker'],
  staff: ['o_worker', 'o_leader', 'o_committee', 'o_secretary'],
  branch: wearing((hat) => scopeOf(hat, 'activity.get') !== 'none'),
  branchKeepers: wearingOneOf(branchStaffHats),
  activityKeepers: wearingOneOf([...branchStaffHats, 'inspector']),
  bookkeepers: wearingOneOf(bookkeeperHats),
  bookReaders: wearingOneOf(bookReaderHats),
  branchReaders: wearingOneOf([...bookReaderHats, 'administrator']),
  stockKeepers: wearingOneOf(gridStaffHats),
  residents: wearingOneOf(neighbourHats),
  signedIn: wearingOneOf(signedInHats),
  everybody: callers.map(({ openid }) => openid),
};
/** Who may take a wish from the pool. */
export const poolReaders = wearingOneOf([...helperHats, 'committee', 'secretary']);

/** Types texts of their own into fields, through `api`, and keeps who may read them. */
export function typist(cloud: ApiCloud) {
  const texts: Planted[] = [];
  const orderIds: string[] = [];
  /**
   * A text that nobody else types, short enough to be a title whole, for `cast` and the hats of the field's row. Its
   * author reads it as well, where they may black it out.
   */
  const text = (field: FreeText, cast: Cast = {}, ...author: readonly string[]): string => {
    const rows: readonly TextReader[] = freeTexts[field];
    const readers = new Set(rows.flatMap((reader) => cast[reader] ?? byHat[reader] ?? []));
    const typed = `第${String(texts.length + 100)}句话`;
    texts.push({ field, text: typed, readers: [...new Set([...readers, ...author])].sort() });
    return typed;
  };
  const write = async (openid: string, name: EndpointName, input: object): Promise<Record<string, unknown>> => {
    const reply = await cloud.tryAs(openid, name, { ...input, requestId: newRequest() });
    if (!reply.ok) throw new Error(`${name} as ${openid}: ${reply.code} ${reply.field ?? ''}`);
    return reply.data as Record<string, unknown>;
  };
  const move = (openid: string, name: EndpointName, orderId: string, input: object = {}) =>
    write(openid, name, { orderId, version: versionOf(cloud, orderId), ...input });
  const ask = async (cast: Cast, more: object = {}): Promise<string> => {
    const words = text('order.create.words', { requester: ['o_resident'], ...cast });
    const input = { category: 'repair', words, when: 'any', fileIds: [], ...more };
    const orderId = String((await write('o_resident', 'order.create', input)).orderId);
    orderIds.push(orderId);
    return orderId;
  };
  const send = (orderId: string, memberIds: readonly string[], cast: Cast) =>
    move('o_worker', 'order.dispatch', orderId, { memberIds, note: text('order.dispatch.note', cast) });
  const finish = (orderId: string, cast: Cast) =>
    move('o_member', 'order.complete', orderId, {
      evidence: { kind: 'phone', note: text('order.complete.evidence.note', cast, 'o_member') },
    });
  return { cloud, texts, orderIds, text, write, move, ask, send, finish };
}
export type Typist = ReturnType<typeof typist>;
