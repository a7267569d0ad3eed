/**
 * The phone's clock follows the cloud's: every answer of a function has the cloud's time in a header, so that setting
 * the local cloud's clock also changes what pages count down to. A real phone gets its time from the network in the
 * same way.
 */
export const cloudTimeHeader = 'x-cloud-now';

let offsetMs = 0;

/** @param moment the cloud's time (ISO 8601) from an answer's header; null if another server answered */
export function setCloudTime(moment: string | null): void {
  const cloudMs = moment === null ? Number.NaN : RealDate.parse(moment);
  if (!Number.isNaN(cloudMs)) offsetMs = cloudMs - RealDate.now();
}

const RealDate = Date;

/** Makes `Date` answer the cloud's time to every script of this window. */
export function installCloudClock(): void {
  window.Date = new Proxy(RealDate, {
    construct: (real, parts: unknown[], target) =>
      Reflect.construct(real, parts.length === 0 ? [real.now() + offsetMs] : parts, target),
    apply: (real) => new real(real.now() + offsetMs).toString(),
    get: (real, name) => (name === 'now' ? () => real.now() + offsetMs : Reflect.get(real, name)),
  });
}
