import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { answerGood } from './answer';
import { cancelRedemption } from './cancel';
import { collectRedemption } from './collect';
import { countGood } from './count';
import { findVoucher } from './find';
import { getVoucher } from './get';
import { getSheet } from './get-sheet';
import { listRewards } from './list';
import { listStock } from './list-stock';
import { receiveGood } from './receive';
import { redeemGood } from './redeem';
import { refuseRedemption } from './refuse';
import { saveCatalogueGood } from './save-good';
import { signCount } from './sign-count';
import { waitForGood } from './wait';

/** What courtyard points buy: the catalogue, vouchers, the stock, the public month. */
export const rewardEndpoints = {
  'reward.list': listRewards,
  'reward.redeem': redeemGood,
  'reward.get': getVoucher,
  'reward.cancel': cancelRedemption,
  'reward.wait': waitForGood,
  'reward.answer': answerGood,
  'reward.find': findVoucher,
  'reward.collect': collectRedemption,
  'reward.refuse': refuseRedemption,
  'reward.listStock': listStock,
  'reward.receive': receiveGood,
  'reward.count': countGood,
  'reward.signCount': signCount,
  'reward.saveGood': saveCatalogueGood,
  'reward.getSheet': getSheet,
} satisfies Partial<Routes<Caller>>;
