import type { AlertView, RaisedAlert } from '../../../miniprogram/contracts/alert';
import type { SignedIn } from '../access/caller';
import type { RequestRecord } from '../platform/request';
import type { Alert } from './alert';
import { knowsAsker } from './rules/responders';

/** What whoever alerted somebody is told. */
export function raisedView({ _id, at, responders, told, requests }: Alert, { requestKey }: RequestRecord): RaisedAlert {
  const name = told > 0 ? responders[0]?.name : undefined;
  return {
    alertId: _id,
    at: at.toISOString(),
    ...(name !== undefined && { toldName: name }),
    again: !requests.some((request) => request.requestKey === requestKey),
  };
}

/** As staff see it: who asked, for whoever was told and the place's grid worker; the number for whoever was told. */
export function alertView(alert: Omit<Alert, 'requests' | 'scopes' | 'openid'>, { login, hat }: SignedIn): AlertView {
  const { _id, need, state, place, at, by, responders, told, outcome, settled } = alert;
  const wasTold = knowsAsker(alert, login.personId);
  const isKnown = hat.hat === 'gridWorker' || wasTold;
  return {
    alertId: _id,
    need,
    state,
    placeLabel: place.label,
    gridName: place.gridName,
    ...(place.colour && { colour: place.colour }),
    at: at.toISOString(),
    ...(by && isKnown && { name: by.name }),
    ...(by && wasTold && { phone: by.phone }),
    toldNames: responders.slice(0, told).map(({ name }) => name),
    ...(outcome && { outcome }),
    ...(settled && { settledBy: settled.name, settledAt: settled.at.toISOString() }),
  };
}
