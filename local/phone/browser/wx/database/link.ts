import { isRecord, type UnknownRecord } from '../../builtin/support/values';
import { ApiFailure } from '../support/call';

/** How requests reach the cloud. */
export interface Link {
  /** Posts JSON and answers JSON. @throws ApiFailure without a network, or for an error status */
  send(path: string, body: object, signal?: AbortSignal): Promise<unknown>;
}

/** What WeChat's client calls the cloud's codes (参考信息 · 错误码). */
const failures: Readonly<Record<string, readonly [number, string]>> = {
  SERVER_TIMEOUT: [-501_002, 'resource server timeout'],
  INVALID_PARAM: [-501_007, 'invalid parameters'],
  DATABASE_REQUEST_FAILED: [-502_001, 'database request fail'],
  DATABASE_PERMISSION_DENIED: [-502_003, 'database permission denied'],
  DATABASE_COLLECTION_NOT_EXIST: [-502_005, 'database collection not exists'],
};

/** The failure of a code that the cloud answered. */
export function failureOf(code: string, message: string): ApiFailure {
  const [errCode, text] = failures[code] ?? [-501_001, 'resource system error'];
  return new ApiFailure(`${errCode} ${text}. ${message}`, { errCode });
}

/** An answer of the cloud. @throws ApiFailure for one with a code */
export function checked<T>(answer: T): T {
  const fields: UnknownRecord = isRecord(answer) ? answer : {};
  const { code, message } = fields;
  if (typeof code === 'string' && code !== '') throw failureOf(code, String(message));
  return answer;
}

/** What the database library sends its requests with; its options carry the link. */
export class LinkRequest {
  readonly #link: Link;

  constructor({ link }: { link: Link }) {
    this.#link = link;
  }

  send(action: string, fields: object): Promise<unknown> {
    return this.#link.send('/local/database', { ...fields, action });
  }
}
