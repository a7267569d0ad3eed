import { toBuffer } from 'qrcode';
import { numberOf, textOf } from '../values';
import { refuse, type ApiReply, type OpenApi } from './api';

/** WeChat's own list of what a scene may hold; `%` is not in it, so a scene cannot be percent-encoded. */
const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const maxPathLength = 128;

/**
 * Each line of pixels is stored as its difference from the line above (PNG's filter 2), for a code's squares repeat it.
 * Left alone, pngjs tries all five filters on each line, which takes most of the time for the same two kilobytes.
 */
const packing = { deflateLevel: 6, deflateStrategy: 0, filterType: 2 };

/** PNG of a QR code with a quiet zone, `widthPx` wide. */
export function drawQr(text: string, widthPx: number): Promise<Buffer> {
  return toBuffer(text, { type: 'png', width: widthPx, margin: 4, errorCorrectionLevel: 'M', rendererOpts: packing });
}

/**
 * The address at which this server's phone opens a page, e.g.
 * `http://127.0.0.1:8520/?page=%2Fpages%2Fcard%2Fcard%3Fscene%3DaB3`.
 */
export function pageUrl(url: string, pathWithQuery: string): string {
  return `${url}/?page=${encodeURIComponent(`/${pathWithQuery}`)}`;
}

async function picture(text: string, width: unknown): Promise<ApiReply> {
  const widthPx = numberOf(width, 430);
  if (widthPx < 280 || widthPx > 1280) return refuse(40097, `invalid args: width ${widthPx} is not in 280..1280`);
  return { bytes: await drawQr(text, widthPx), contentType: 'image/png' };
}

/** The page names no address outside the mini-program: no leading slash, and no query where there is a scene. */
const isPage = (page: string): boolean =>
  page !== '' && !page.startsWith('/') && !page.includes('?') && !page.includes('#');

export interface CodeOptions {
  url(): string;
  /** Pages of the released mini-program; undefined when this cloud was given none. */
  readonly pages: readonly string[] | undefined;
  readonly homePage: string;
}

/**
 * `wxacode.getUnlimited`, `wxacode.get` and `wxacode.createQRCode`; what they draw is an ordinary QR code of a page's
 * address.
 */
export function codeApis(options: CodeOptions): Record<string, OpenApi> {
  const getUnlimited: OpenApi = ({ fields }) => {
    const scene = textOf(fields['scene']);
    const page = textOf(fields['page'], options.homePage);
    if (!scenePattern.test(scene)) return refuse(40169, 'invalid length for scene, or the data is not json string');
    if (!isPage(page)) return refuse(41030, `invalid page ${page}`);
    const isUnknown = fields['check_path'] !== false && options.pages !== undefined && !options.pages.includes(page);
    if (isUnknown) return refuse(41030, `invalid page ${page}: the released version has none such`);
    return picture(pageUrl(options.url(), `${page}?scene=${encodeURIComponent(scene)}`), fields['width']);
  };
  const getByPath: OpenApi = ({ fields }) => {
    const path = textOf(fields['path']);
    if (path === '' || path.length > maxPathLength || path.startsWith('/'))
      return refuse(45029, `invalid path ${path}`);
    return picture(pageUrl(options.url(), path), fields['width']);
  };
  return { 'wxacode.getUnlimited': getUnlimited, 'wxacode.get': getByPath, 'wxacode.createQRCode': getByPath };
}
