import type { StationCard } from '../../views/station-card';

const none: StationCard | Record<string, never> = {};

/** A station in the list; the first `leads` the way. Events with `stationId`: `open`, `go`, `report`. */
Component({
  properties: {
    station: { type: Object, value: none },
    leads: Boolean,
  },
  methods: {
    open() {
      this.triggerEvent('open', { stationId: this.data.station.stationId });
    },
    go() {
      this.triggerEvent('go', { stationId: this.data.station.stationId });
    },
    report() {
      this.triggerEvent('report', { stationId: this.data.station.stationId });
    },
  },
});
