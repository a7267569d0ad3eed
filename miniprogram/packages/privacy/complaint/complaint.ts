import { cityHotline } from '../../../contracts/limits';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { dial } from '../../../page/dial';
import { routes } from '../../../routes';
import * as privacy from '../services/privacy';
import { body, type Body } from '../views/body';

interface Data extends PageData {
  body: Body | null;
  hotline: string;
}

const data: Data = { ...loadingPage(), body: null, hotline: cityHotline };

const answerable = record({
  read: () => privacy.get(),
  draw: (view): Partial<Data> => ({ body: body(view) }),
  fallback: () => ({}),
});

/** Where to complain and suggest: to the community, to its office, and past it; and who answers for all of this. */
Page({
  data,
  ...answerable,
  tell() {
    const { body: shown } = this.data;
    if (shown) wx.navigateTo({ url: routes.complain(shown.complaintDays) });
  },
  openOwn() {
    wx.navigateTo({ url: routes.complaints('own') });
  },
  callOffice() {
    const { body: shown } = this.data;
    if (shown) dial(shown.phone);
  },
  callHotline() {
    dial(cityHotline);
  },
});
