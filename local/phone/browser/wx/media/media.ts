import type { Host } from '../../host';
import { pickFiles } from '../../builtin/device/file-picker';
import { requirePermission } from '../../builtin/device/permissions';
import { requirePrivacy } from '../../builtin/device/privacy';
import { readFileAt, createTemporaryFile } from '../../builtin/device/temporary-files';
import { asList, asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type Answer, type Options } from '../support/call';
import { loadImage, loadVideo } from './media-files';

const texts = (value: unknown): string[] => asList(value).map((entry) => asText(entry));

/** Lets the user choose files, of which at most `count` are used. @throws ApiFailure `cancel` if none was chosen */
async function choose(
  host: Host,
  name: string,
  request: { accept: string; options: Options; maxCount: number },
): Promise<File[]> {
  await requirePrivacy(host, name);
  const count = asNumber(request.options['count'], request.maxCount);
  const sources = texts(request.options['sourceType']);
  const files = await pickFiles({
    accept: request.accept,
    multiple: count > 1,
    capture: sources.length === 1 && sources[0] === 'camera',
  });
  if (files.length === 0) throw new ApiFailure('cancel');
  return files.slice(0, Math.max(1, count));
}

async function describe(file: File): Promise<Answer> {
  const tempFilePath = createTemporaryFile(file);
  if (file.type.startsWith('video/')) {
    const { width, height, duration } = await loadVideo(tempFilePath);
    return { tempFilePath, size: file.size, fileType: 'video', width, height, duration, thumbTempFilePath: '' };
  }
  const { naturalWidth: width, naturalHeight: height } = await loadImage(tempFilePath);
  return { tempFilePath, size: file.size, fileType: 'image', width, height };
}

async function chooseMedia(host: Host, options: Options): Promise<Answer> {
  const kinds = options['mediaType'] === undefined ? ['image', 'video'] : texts(options['mediaType']);
  const all = kinds.includes('mix') ? ['image', 'video'] : kinds;
  const files = await choose(host, 'chooseMedia', {
    accept: all.map((kind) => `${kind}/*`).join(','),
    options,
    maxCount: 9,
  });
  const tempFiles = await Promise.all(files.map(describe));
  const found = new Set(tempFiles.map((file) => file['fileType']));
  return { tempFiles, type: found.size > 1 ? 'mix' : [...found][0] };
}

async function chooseImage(host: Host, options: Options): Promise<Answer> {
  const files = await choose(host, 'chooseImage', { accept: 'image/*', options, maxCount: 9 });
  const tempFiles = files.map((file) => ({ path: createTemporaryFile(file), size: file.size }));
  return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
}

async function chooseMessageFile(host: Host, options: Options): Promise<Answer> {
  const type = asText(options['type'], 'all');
  const extensions = texts(options['extension']).map((extension) => `.${extension.replace(/^\./, '')}`);
  const accept = type === 'image' || type === 'video' ? `${type}/*` : type === 'file' ? extensions.join(',') : '';
  const files = await choose(host, 'chooseMessageFile', { accept, options, maxCount: 100 });
  const kind = ({ type: mime }: File): string =>
    mime.startsWith('image/') ? 'image' : mime.startsWith('video/') ? 'video' : 'file';
  return {
    tempFiles: files.map((file) => ({
      path: createTemporaryFile(file),
      size: file.size,
      name: file.name,
      type: kind(file),
      time: Math.floor(file.lastModified / 1000),
    })),
  };
}

/** Draws the picture smaller, into a JPEG. */
async function compress(host: Host, options: Options): Promise<Answer> {
  const image = await loadImage(host.assetUrl(requireText(options, 'src')));
  const ratio = image.naturalHeight / Math.max(1, image.naturalWidth);
  const height = asNumber(options['compressedHeight'] ?? options['compressHeight'], 0);
  const width =
    asNumber(options['compressedWidth'], 0) || (height > 0 ? Math.round(height / ratio) : image.naturalWidth);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height || Math.round(width * ratio);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const content = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', asNumber(options['quality'], 80) / 100),
  );
  if (content === null) throw new ApiFailure('the picture could not be drawn');
  return { tempFilePath: createTemporaryFile(new File([content], 'compressed.jpg', { type: 'image/jpeg' })) };
}

async function imageInfo(host: Host, options: Options): Promise<Answer> {
  const source = requireText(options, 'src');
  const address = host.assetUrl(source);
  const image = await loadImage(address);
  const type = (await readFileAt(source, address)).type.replace(/^image\//, '').replace('svg+xml', 'svg') || 'unknown';
  return { width: image.naturalWidth, height: image.naturalHeight, path: source, type, orientation: 'up' };
}

/** Downloads a file: a browser has no photo album. */
async function saveImage(host: Host, options: Options): Promise<void> {
  const path = requireText(options, 'filePath');
  if (!(await requirePermission(host, 'scope.writePhotosAlbum'))) throw new ApiFailure('auth deny');
  const link = document.createElement('a');
  link.href = host.assetUrl(path);
  link.download = decodeURIComponent(path.split(/[/#?]/).pop() ?? '') || 'picture';
  link.click();
}

export function mediaApis(host: Host): Record<string, unknown> {
  return {
    chooseMedia: api('chooseMedia', (options) => chooseMedia(host, options)),
    chooseImage: api('chooseImage', (options) => chooseImage(host, options)),
    chooseMessageFile: api('chooseMessageFile', (options) => chooseMessageFile(host, options)),
    compressImage: api('compressImage', (options) => compress(host, options)),
    getImageInfo: api('getImageInfo', (options) => imageInfo(host, options)),
    saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', (options) => saveImage(host, options)),
  };
}
