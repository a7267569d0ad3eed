/**
 * The cloud's clock: the machine's own, shifted by an offset that can be set. The offset lies in shared memory, so that
 * a `Date` in a function's worker follows it even in the middle of a call.
 */
export interface Clock {
  now(): Date;
  nowMs(): number;
  /** How far this clock is ahead of the machine's. */
  offsetMs(): number;
  setNowMs(nowMs: number): void;
  /** One 64-bit float, the offset in milliseconds. */
  readonly shared: SharedArrayBuffer;
}

export function createClock(offsetMs: number): Clock {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const offset = new Float64Array(shared);
  offset[0] = offsetMs;
  const readOffset = () => offset[0] ?? 0;
  const nowMs = () => Date.now() + readOffset();
  return {
    now: () => new Date(nowMs()),
    nowMs,
    offsetMs: readOffset,
    setNowMs: (value) => {
      offset[0] = value - Date.now();
    },
    shared,
  };
}
