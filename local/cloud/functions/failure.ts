/** Why a call of a function came to nothing, in the words and numbers of the cloud. */
export class CallFailure extends Error {
  constructor(
    /** number that the mini-program's `wx.cloud.callFunction` fails with */
    readonly errCode: number,
    /** code on the wire of the server SDK */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const notFound = (name: string) =>
  new CallFailure(-501000, 'FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${name}`);

export const failed = (message: string) => new CallFailure(-504002, 'FUNCTIONS_EXECUTE_FAIL', message);

export const timedOut = (message: string) => new CallFailure(-504003, 'FUNCTIONS_EXECUTE_FAIL', message);

export const replyLost = (name: string) =>
  new CallFailure(-404012, 'SERVER_TIMEOUT', `no result of ${name} within the limit; it may have run`);

export const tooLarge = (limitBytes: number) =>
  new CallFailure(-604001, 'FUNCTIONS_EXECUTE_FAIL', `cloudfunction result size exceed limit (${limitBytes} bytes)`);

export const eventTooLarge = (limitBytes: number) =>
  new CallFailure(-501007, 'EXCEED_MAX_PAYLOAD_SIZE', `Request payload size exceeds the limit of ${limitBytes} bytes`);

export const notAllowed = (name: string) =>
  new CallFailure(-502003, 'PERMISSION_DENIED', `the security rule of ${name} lets no client call it`);

/** A query that the cloud would answer, but that strict mode does not let pass. */
export const refusedQuery = (messages: readonly string[]) => failed(`strict mode: ${messages.join('; ')}`);
