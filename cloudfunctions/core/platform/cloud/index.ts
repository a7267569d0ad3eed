import { systemClock } from '../clock';
import type { Services } from '../context';
import { randomIds } from '../ids';
import { standardLog } from '../log';
import { openSigner } from '../signer';
import { cloudDatabase } from './database';
import type { Forms } from './forms';
import { Meter, meteredDatabase, meteredStorage } from './meter';
import { cloudOpenapi } from './openapi';
import { openSdk } from './sdk';
import { cloudStorage } from './storage';

/**
 * Who made this invocation: a user of the mini-program, or none of them (`SOURCE` names the chain: `wx_client`,
 * `wx_trigger`).
 */
export interface Invoker {
  readonly openid?: string;
  readonly source: string;
}

export interface Cloud {
  readonly services: Services;
  /** What the services asked of the cloud. */
  readonly meter: Meter;
  invoker(): Invoker;
}

/**
 * Called once per instance, when a function's module is loaded.
 * @param forms what new documents are stamped with
 */
export function openCloud(forms: Forms = new Map()): Cloud {
  const sdk = openSdk();
  const key = process.env['LEDGER_SIGNING_KEY'];
  const meter = new Meter();
  const services: Services = {
    database: meteredDatabase(cloudDatabase(sdk, forms), meter),
    clock: systemClock,
    openapi: cloudOpenapi(sdk, standardLog),
    storage: meteredStorage(cloudStorage(sdk), meter),
    functions: { call: async (name, data) => (await sdk.callFunction({ name, data })).result },
    ids: randomIds,
    log: standardLog,
    signer: key === undefined || key === '' ? null : openSigner(key, process.env['LEDGER_PUBLIC_KEYS']),
  };
  return {
    services,
    meter,
    invoker() {
      const { OPENID, SOURCE } = sdk.getWXContext();
      // The SDK turns an identity of digits alone into a number.
      return OPENID === undefined ? { source: SOURCE ?? '' } : { openid: String(OPENID), source: SOURCE ?? '' };
    },
  };
}
