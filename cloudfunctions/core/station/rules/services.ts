import type { StationService } from '../../../../miniprogram/contracts/station';

/** What a station offers, the year round or from the first of one month to the end of another (11 to 3: winter). */
export interface OfferedService {
  readonly service: StationService;
  readonly months?: { readonly from: number; readonly to: number };
}

/** Whether it is there in this month, 1 to 12. */
function isInSeason({ months }: OfferedService, month: number): boolean {
  if (!months) return true;
  const { from, to } = months;
  return from <= to ? month >= from && month <= to : month >= from || month <= to;
}

/** What a station offers in this month: 热可纳凉、冷可取暖 (S5-08). */
export function servicesIn(offered: readonly OfferedService[], month: number): readonly StationService[] {
  return [...new Set(offered.filter((one) => isInSeason(one, month)).map(({ service }) => service))];
}

/** What it offers in another season alone, with the first month of it. */
export function laterServices(
  offered: readonly OfferedService[],
  month: number,
): readonly { readonly service: StationService; readonly fromMonth: number }[] {
  const now = servicesIn(offered, month);
  return offered.flatMap(({ service, months }) =>
    months && !now.includes(service) ? [{ service, fromMonth: months.from }] : [],
  );
}
