import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { Reply } from '../../../miniprogram/contracts/error';
import type { ApiCloud } from '../../support/api';

export type Said<Name extends EndpointName> = Omit<Input<Name>, 'requestId'>;

/** How the ways to points are walked. */
export interface Walk {
  cloud(): ApiCloud;
  tried<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Reply<Output<Name>>>;
  made<Name extends EndpointName>(openid: string, name: Name, said: Said<Name>): Promise<Output<Name>>;
}
