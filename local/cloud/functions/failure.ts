/** Why a call of a function failed, with the message and the numbers of the cloud. */
export class CallFailure extends Error {
  constructor(
    /** Number that the mini-program's `wx.cloud.callFunction` fails with. */
    readonly errCode: number,
    /** Code on the wire of the server SDK. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function notFound(name: string): CallFailure {
  return new CallFailure(-501000, 'FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${name}`);
}

export function failed(message: string): CallFailure {
  return new CallFailure(-504002, 'FUNCTIONS_EXECUTE_FAIL', message);
}

export function timedOut(message: string): CallFailure {
  return new CallFailure(-504003, 'FUNCTIONS_EXECUTE_FAIL', message);
}

export function replyLost(name: string): CallFailure {
  return new CallFailure(-404012, 'SERVER_TIMEOUT', `no result of ${name} within the limit; it may have run`);
}

export function tooLarge(limitBytes: number): CallFailure {
  return new CallFailure(
    -604001,
    'FUNCTIONS_EXECUTE_FAIL',
    `cloudfunction result size exceed limit (${limitBytes} bytes)`,
  );
}

export function eventTooLarge(limitBytes: number): CallFailure {
  return new CallFailure(
    -501007,
    'EXCEED_MAX_PAYLOAD_SIZE',
    `Request payload size exceeds the limit of ${limitBytes} bytes`,
  );
}

export function notAllowed(name: string): CallFailure {
  return new CallFailure(-502003, 'PERMISSION_DENIED', `the security rule of ${name} lets no client call it`);
}

/** A query that the cloud would answer, but that strict mode refuses. */
export function refusedQuery(messages: readonly string[]): CallFailure {
  return failed(`strict mode: ${messages.join('; ')}`);
}
