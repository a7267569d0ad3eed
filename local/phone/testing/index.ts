/** Starts a phone inside a test, and drives the mini-program in it with a real Chromium. */
export * from './browser';
export { thisMachine } from './chromium';
export * from './running-phone';
