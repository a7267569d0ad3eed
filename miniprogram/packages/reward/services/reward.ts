import type { GoodInput } from '../../../contracts/reward';
import { call, write } from '../../../services/platform/call';

export const list = () => call('reward.list', {});

export const redeem = (goodId: string, quantity: number, priceVersion: number) =>
  write('reward.redeem', { goodId, quantity, priceVersion });

export const get = (redemptionId: string) => call('reward.get', { redemptionId });

export const cancel = (redemptionId: string) => write('reward.cancel', { redemptionId });

export const wait = (goodId: string, quantity: number) => write('reward.wait', { goodId, quantity });

/** Takes what was put aside after waiting, or leaves the line. */
export const answer = (goodId: string, take: boolean, priceVersion: number) =>
  write('reward.answer', { goodId, take, priceVersion });

/** `code`: the twelve digits of a voucher. */
export const find = (code: string) => call('reward.find', { code });

export const collect = (redemptionId: string) => write('reward.collect', { redemptionId });

export const refuse = (redemptionId: string, reason: string) => write('reward.refuse', { redemptionId, reason });

export const listStock = () => call('reward.listStock', {});

export const receive = (goodId: string, quantity: number, costCents: number) =>
  write('reward.receive', { goodId, quantity, costCents });

export const count = (goodId: string, counted: number, reason: string) =>
  write('reward.count', { goodId, counted, reason });

/** The second person of a count. */
export const signCount = (goodId: string, agree: boolean) => write('reward.signCount', { goodId, agree });

/** `goodId`: '' for a new thing; `version`: the one that was seen. */
export const saveGood = (goodId: string, version: number, decided: GoodInput & { readonly reason: string }) =>
  write('reward.saveGood', { ...(goodId !== '' && { goodId }), version, ...decided });

/** `month`: `2026-11`; '' for this one. */
export const getSheet = (month: string) => call('reward.getSheet', month === '' ? {} : { month });
