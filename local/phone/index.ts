/** What the package offers: the phone as a part of an HTTP server, and the way to a cloud that runs elsewhere. */
export { createPhone, type PhoneOptions, type PhoneServer } from './server';
export { forwardTo } from './server/forward';
