import type { HouseholdCard } from '../../views/household-card';

const none: HouseholdCard | Record<string, never> = {};

/**
 * A household that somebody looks after. Events, each with its `placeId`: `open`, `record` for a visit, `call` with the
 * `personId` too.
 */
Component({
  properties: {
    household: { type: Object, value: none },
    busy: Boolean,
  },
  methods: {
    open() {
      this.triggerEvent('open', { placeId: this.data.household.placeId });
    },
    record() {
      this.triggerEvent('record', { placeId: this.data.household.placeId });
    },
    call() {
      const { placeId, personId } = this.data.household;
      this.triggerEvent('call', { placeId, personId });
    },
  },
});
