import { absentTags } from '../names';
import type { BuiltinDefinition } from '../support/builtin';

/** Attributes that pages commonly set on them; they have no effect. */
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

/** WeChat's components that a browser does not have: each shows a placeholder with its name and logs an error. */
export const absentComponents = absentTags.map((tag): BuiltinDefinition => ({
  tag,
  attributes,
  create(builtin) {
    const notice = builtin.append('div', 'wx-absent');
    notice.textContent = `浏览器里没有 <${tag}>`;
    console.error(`<${tag}> is not available in the browser; the page shows a placeholder`);
    return {};
  },
}));
