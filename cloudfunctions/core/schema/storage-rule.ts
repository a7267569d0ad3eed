/**
 * What clients may do with the cloud's files: read none, since links come from functions and end after minutes; add
 * files of their own, and replace or remove those. What a function wrote belongs to no client.
 */
export const storageRule = { read: false, write: 'resource.openid == auth.openid' } as const;
