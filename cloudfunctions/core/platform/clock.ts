/** The only source of "now"; a cloud function's own clock runs in UTC. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
