import type { PlaceView } from '../../../../contracts/place';

const none: PlaceView = { placeId: '', kind: 'grid', name: '', label: '', hasMore: false };

/** One place to choose from. Event: `open` with `placeId`. */
Component({
  properties: {
    place: { type: Object, value: none },
  },
  methods: {
    open() {
      this.triggerEvent('open', { placeId: this.data.place.placeId });
    },
  },
});
