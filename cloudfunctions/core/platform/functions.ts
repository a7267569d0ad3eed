/**
 * Other cloud functions of the same environment. A call carries no user: the function called sees no openid of ours.
 */
export interface Functions {
  call(name: string, event: object): Promise<unknown>;
}
