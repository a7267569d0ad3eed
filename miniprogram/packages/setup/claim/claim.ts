import { appearance, refreshAppearance } from '../../../page/appearance';
import type { Chosen, Tapped } from '../../../page/events';
import type { PageData } from '../../../page/page-data';
import { submitHandlers } from '../../../page/submit';
import { routes } from '../../../routes';
import * as setup from '../services/setup';
import { withSessionSaved } from '../../../session/session';
import { refusalOf } from '../../../text/errors';
import { claimFields, type ClaimKey } from '../text/setup';
import { fieldViews, missingField, refusedField, type FieldView } from '../views/fields';

interface Data extends Pick<PageData, 'appearance' | 'problem'> {
  fields: readonly FieldView<ClaimKey>[];
  busy: boolean;
}

const data: Data = { appearance: appearance(), problem: '', fields: fieldViews(claimFields), busy: false };

/** An empty environment: whoever has the code names the community and its office, and becomes its administrator. */
Page({
  data,
  ...submitHandlers,
  onShow() {
    refreshAppearance(this);
  },
  typeField(event: Tapped<{ index: number }> & Chosen) {
    this.setData({ [`fields[${event.currentTarget.dataset.index}].value`]: event.detail.value });
  },
  async claim() {
    const { fields } = this.data;
    const problem = missingField(fields);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    const value = (key: ClaimKey): string => fields.find((field) => field.key === key)?.value.trim() ?? '';
    const asked = {
      code: value('code'),
      name: value('name'),
      phone: value('phone'),
      communityName: value('communityName'),
      street: value('street'),
      officePhone: value('officePhone'),
      officeAddress: value('officeAddress'),
      hoursText: value('hoursText'),
      dutyName: value('dutyName'),
      dutyPhone: value('dutyPhone'),
    };
    const reply = await this.submit(() => setup.claim(asked), {
      refuse: (refused) => ({
        problem:
          (refused.code === 'INVALID_INPUT' ? refusedField(fields, refused.field) : undefined) ?? refusalOf(refused),
      }),
    });
    if (!reply.ok) return;
    withSessionSaved(reply);
    wx.redirectTo({ url: routes.setupProgress });
  },
});
