/**
 * Puts the cloud's clock under every `Date` of this thread. A proxy keeps `instanceof` and `constructor` true for dates
 * that Node itself makes (file times, structured clones).
 * @returns puts another clock in its place
 */
export function installClock(shared: SharedArrayBuffer): (other: SharedArrayBuffer) => void {
  let offset = new Float64Array(shared);
  const MachineDate = Date;
  const nowMs = () => MachineDate.now() + (offset[0] ?? 0);
  const CloudDate = new Proxy(MachineDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [nowMs()] : values, newTarget),
    apply: () => new MachineDate(nowMs()).toString(),
    get: (target, key, receiver) => (key === 'now' ? nowMs : Reflect.get(target, key, receiver)),
  });
  MachineDate.prototype.constructor = CloudDate;
  globalThis.Date = CloudDate;
  return (other) => {
    offset = new Float64Array(other);
  };
}
