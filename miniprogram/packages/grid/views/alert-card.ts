import type { AlertView } from '../../../contracts/alert';
import { groupedPhone } from '../../../contracts/written-phone';
import { callText } from '../../../text/card/call';
import { alertLine, alertTitle, needName, settledLine, withoutPhone } from '../text/alert-lines';

/** A call for help, as whoever looks after the place sees it. */
export interface AlertCard {
  readonly alertId: string;
  readonly need: string;
  readonly title: string;
  readonly place: string;
  readonly line: string;
  /** '' where nobody knows it. */
  readonly phone: string;
  readonly call: string;
  readonly hint: string;
  readonly isOpen: boolean;
  readonly ended: string;
}

export const noAlertCard: AlertCard = {
  alertId: '',
  need: '',
  title: '',
  place: '',
  line: '',
  phone: '',
  call: '',
  hint: '',
  isOpen: false,
  ended: '',
};

export function alertCard(alert: AlertView, nowMs: number): AlertCard {
  const { alertId, need, name = '', phone, placeLabel, state } = alert;
  return {
    alertId,
    need: needName(need),
    title: alertTitle(alert),
    place: placeLabel,
    line: alertLine(alert, nowMs),
    phone: phone === undefined || phone === '' ? '' : groupedPhone(phone),
    call: callText({ to: 'worker', name }),
    hint: withoutPhone(alert),
    isOpen: state === 'open',
    ended: settledLine(alert, nowMs),
  };
}
