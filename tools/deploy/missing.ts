/** Whether the cloud says that there is no such function. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && /ResourceNotFound|not exist|不存在/i.test(`${error.name} ${error.message}`);
}
