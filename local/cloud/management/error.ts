/** A refusal of a management call, with the code that the cloud's interface would give. */
export class ManagementError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
