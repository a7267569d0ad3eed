import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { turning, unopened, type ListData } from '../../../page/paged-list';
import { revealRow, type RevealRow } from '../../../views/person/me';

interface Data extends ListData<RevealRow> {
  look: Look;
}

const data: Data = { look: look(), ...unopened };

const reveals = turning({
  read: (_page, cursor) => people.reveals(cursor),
  draw: (answer) => ({ lines: answer.reveals.map((view) => revealRow(view, nowMs())) }),
  emptyFor: ['NOT_SIGNED_IN'],
});

/** Every look at my phone number: who, in which hat, when, for which order. */
Page({
  data,
  ...reveals,
  onLoad() {
    void this.turnTo('first');
  },
  onShow() {
    refreshLook(this);
  },
});
