let requestCount = 0;

/**
 * A new request id. Ids count up instead of being random: what is derived from them, an order's number among them,
 * is the same in every run, and so is what each call costs.
 */
export function newRequestId(): string {
  requestCount += 1;
  return `bench-request-${String(requestCount).padStart(6, '0')}`;
}
