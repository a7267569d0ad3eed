import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { ApiCloud } from '../support/api';

type Wanted<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;

/** Takes steps under request ids that are the same in each run, so that two runs can be compared. */
export interface Steps {
  act<Name extends EndpointName>(openid: string, name: Name, input: Wanted<Name>): Promise<Output<Name>>;
  readonly cloud: ApiCloud;
}

/** A writing call, and what has to be there for it to be made. */
export interface Scenario {
  readonly name: EndpointName;
  readonly openid: string;
  /** @returns the input, without its request id */
  prepare(steps: Steps): Promise<object>;
}
