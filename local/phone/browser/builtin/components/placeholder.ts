import { absentTags } from '../names';
import type { PartDefinition } from '../support/part';

/** Attributes that pages commonly write on them; they change nothing. */
const attributes = {
  src: null,
  controls: null,
  autoplay: null,
  loop: null,
  muted: null,
  poster: '',
  objectFit: '',
  type: '',
  unitId: '',
  duration: null,
  mode: '',
  placeholder: '',
  showFullscreenBtn: null,
  showPlayBtn: null,
  showCenterPlayBtn: null,
  enableProgressGesture: null,
  devicePosition: '',
  flash: '',
  name: '',
  title: '',
  initialTime: null,
  direction: null,
  readOnly: null,
  showImgSize: null,
  showImgToolbar: null,
  showImgResize: null,
  url: '',
  referrerPolicy: '',
};

/** WeChat components that a browser page does not have. They are seen, named, and logged, so that nobody takes them for working. */
export const absent = absentTags.map((tag): PartDefinition => ({
  tag,
  attributes,
  create(part) {
    const note = part.append('div', 'wx-absent');
    note.textContent = `浏览器里没有 <${tag}>`;
    console.error(`<${tag}> is not available in the browser; the page shows a placeholder`);
    return {};
  },
}));
