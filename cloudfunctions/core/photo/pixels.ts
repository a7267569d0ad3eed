/** Colours row by row from the top left: one byte a pixel in grey, three in colour, four with how opaque it is. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

/**
 * The source cells that a target cell covers: from `first`, `count` of them, with the share of the target that each
 * fills.
 */
interface Cover {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `stride` places for each target cell; the shares of one sum to 1. */
  readonly share: Float32Array;
  readonly stride: number;
}

function coverOf(from: number, to: number): Cover {
  const scale = from / to;
  const stride = Math.ceil(scale) + 1;
  const cover = { first: new Int32Array(to), count: new Int32Array(to), share: new Float32Array(to * stride), stride };
  for (let index = 0; index < to; index += 1) {
    const start = index * scale;
    const end = Math.min(start + scale, from);
    const first = Math.floor(start);
    cover.first[index] = first;
    for (let cell = first; cell < end; cell += 1) {
      cover.share[index * stride + cell - first] = (Math.min(cell + 1, end) - Math.max(cell, start)) / (end - start);
      cover.count[index] = cell - first + 1;
    }
  }
  return cover;
}

/**
 * The same picture with a longest side of at most `maxSide`, in colour and opaque on white: each new pixel is the mean
 * of the area that it covers. A small picture keeps its size. The answer shares no memory with the source.
 */
export function shrunk(source: Pixels, maxSide: number): Pixels {
  const scale = Math.min(1, maxSide / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  if (width === source.width && height === source.height && source.channels === 3) {
    return { ...source, data: source.data.slice() };
  }
  const columns = coverOf(source.width, width);
  const rows = coverOf(source.height, height);
  const data = new Uint8Array(width * height * 3);
  const sums = new Float32Array(width * 3);
  for (let row = 0; row < height; row += 1) {
    sums.fill(0.5);
    for (let index = 0; index < (rows.count[row] ?? 0); index += 1) {
      addRow(source, (rows.first[row] ?? 0) + index, rows.share[row * rows.stride + index] ?? 0, { columns, sums });
    }
    data.set(sums, row * width * 3);
  }
  return { width, height, channels: 3, data };
}

/**
 * The largest square of a picture: from the middle of its width, and of its height a little from the top, where the
 * face of somebody is who was taken upright.
 */
export function squared(source: Pixels): Pixels {
  const { width, height, channels } = source;
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 4);
  const data = new Uint8Array(side * side * channels);
  for (let row = 0; row < side; row += 1) {
    const at = ((top + row) * width + left) * channels;
    data.set(source.data.subarray(at, at + side * channels), row * side * channels);
  }
  return { width: side, height: side, channels, data };
}

/** Adds one row of the source, narrowed to the target's columns, to the sums of a target row. */
function addRow(
  { data, channels, width }: Pixels,
  row: number,
  rowShare: number,
  { columns, sums }: { readonly columns: Cover; readonly sums: Float32Array },
): void {
  const { first, count, share, stride } = columns;
  const [green, blue] = channels === 1 ? [0, 0] : [1, 2];
  for (let column = 0; column < first.length; column += 1) {
    let at = (row * width + (first[column] ?? 0)) * channels;
    for (let index = 0; index < (count[column] ?? 0); index += 1, at += channels) {
      const part = (share[column * stride + index] ?? 0) * rowShare;
      const opaque = channels === 4 ? ((data[at + 3] ?? 0) * part) / 255 : part;
      const white = 255 * (part - opaque);
      sums[column * 3] = (sums[column * 3] ?? 0) + (data[at] ?? 0) * opaque + white;
      sums[column * 3 + 1] = (sums[column * 3 + 1] ?? 0) + (data[at + green] ?? 0) * opaque + white;
      sums[column * 3 + 2] = (sums[column * 3 + 2] ?? 0) + (data[at + blue] ?? 0) * opaque + white;
    }
  }
}

/**
 * Turns a picture upright that was taken with the camera held another way.
 * @param orientation 1 to 8 as EXIF counts them: from 5 on, rows and columns change places
 */
export function upright(source: Pixels, orientation: number): Pixels {
  if (orientation === 1) return source;
  const swaps = orientation >= 5;
  const width = swaps ? source.height : source.width;
  const height = swaps ? source.width : source.height;
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const { channels } = source;
  const data = new Uint8Array(source.data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = swaps ? [y, x] : [x, y];
      const sourceX = fromRight ? source.width - 1 - u : u;
      const sourceY = fromBottom ? source.height - 1 - v : v;
      const at = (sourceY * source.width + sourceX) * channels;
      data.set(source.data.subarray(at, at + channels), (y * width + x) * channels);
    }
  }
  return { width, height, channels, data };
}
