/** The phone as a part of an HTTP server, and the way to a cloud that runs elsewhere. */
export { switchValue, uniqueId, type PanelOptions, type PanelSwitch } from './panel';
export { createPhone, type PhoneOptions, type PhoneServer } from './server';
export { forwardTo } from './server/forward';
