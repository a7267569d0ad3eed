/**
 * The codecs, in one module that is loaded at the first photograph: with what they embed they weigh more than all the
 * rest.
 */
export { decodeJpeg, encodeJpeg } from './jpeg';
export { decodePng } from './png';
export { decodeWebp } from './webp';
