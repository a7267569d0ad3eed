import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as privacy from '../services/privacy';
import { openPrivacyGuide } from '../../../services/platform/privacy';
import { kept, type Kept } from '../views/kept';

interface Data extends PageData {
  kept: Kept | null;
}

const data: Data = { ...loadingPage(), kept: null };

const own = record({
  read: () => privacy.get(),
  draw: (view): Partial<Data> => ({ kept: kept(view) }),
  refreshOnShow: true,
});

/** What is kept about me: to see, to correct, to have erased; and who looked at it. */
Page({
  data,
  ...own,
  correct() {
    wx.navigateTo({ url: routes.identity });
  },
  ownTexts() {
    wx.navigateTo({ url: routes.ownTexts });
  },
  reveals() {
    wx.navigateTo({ url: routes.reveals });
  },
  guide() {
    openPrivacyGuide();
  },
  complain() {
    wx.navigateTo({ url: routes.complaint });
  },
});
