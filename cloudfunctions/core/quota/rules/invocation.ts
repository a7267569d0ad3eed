/** The cloud bills begun tenths of a second. */
const billedStepMs = 100;
const megabytesOfGigabyte = 1024;

/**
 * What an invocation is billed of the plan's function time: memory times time. Pure.
 * @param memoryMegabytes as the function was deployed; 0 where nobody said, which counts nothing
 */
export function gigabyteSecondsOf(elapsedMs: number, memoryMegabytes: number): number {
  const seconds = (Math.max(1, Math.ceil(elapsedMs / billedStepMs)) * billedStepMs) / 1000;
  return (seconds * memoryMegabytes) / megabytesOfGigabyte;
}

/** What an answer weighs on its way out; an invocation without one is answered in a few bytes. Pure. */
export function repliedBytesOf(answer: unknown): number {
  return Buffer.byteLength(JSON.stringify(answer) ?? '');
}
