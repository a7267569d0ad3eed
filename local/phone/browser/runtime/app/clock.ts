/**
 * The phone's clock follows the cloud's: every answer of a function says what time it is there, so that moving the local
 * cloud's clock moves what the pages count down to as well. A phone in somebody's hand is set by its network likewise.
 */
export const CLOUD_TIME_HEADER = 'x-cloud-now';

let aheadMs = 0;

/** @param moment the cloud's time (ISO 8601), as an answer's header gave it; null where another server answered */
export function followCloudTime(moment: string | null): void {
  const cloudMs = moment === null ? Number.NaN : RealDate.parse(moment);
  if (!Number.isNaN(cloudMs)) aheadMs = cloudMs - RealDate.now();
}

const RealDate = Date;

/** From here on `Date` tells the cloud's time to every script of this window. */
export function keepCloudTime(): void {
  window.Date = new Proxy(RealDate, {
    construct: (real, parts: unknown[], target) =>
      Reflect.construct(real, parts.length === 0 ? [real.now() + aheadMs] : parts, target),
    apply: (real) => new real(real.now() + aheadMs).toString(),
    get: (real, name) => (name === 'now' ? () => real.now() + aheadMs : Reflect.get(real, name)),
  });
}
