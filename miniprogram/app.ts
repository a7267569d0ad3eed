import { openCloud } from './services/platform/call';
import { readSystemScale } from './session/look';

App({
  onLaunch() {
    openCloud();
  },
  onShow() {
    readSystemScale();
  },
});
