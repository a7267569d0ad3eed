import { recordAnswer, record } from '../../record';

interface RegionEvent {
  type: string;
  causedBy: string;
  detail: { scale: number; centerLocation: { latitude: number; longitude: number } };
}

Page({
  data: {
    events: [] as unknown[],
    last: {} as object,
    points: [] as object[],
    markers: [
      {
        id: 1,
        latitude: 37.871,
        longitude: 112.551,
        width: 24,
        height: 40,
        callout: { content: '社区', display: 'ALWAYS', padding: 6, bgColor: '#b9161c', color: '#ffffff' },
      },
      {
        id: 2,
        latitude: 37.869,
        longitude: 112.549,
        title: '小哥驿站',
        label: { content: '驿站', color: '#211c17', fontSize: 14 },
      },
      { id: 3, latitude: 37.8695, longitude: 112.552, customCallout: { display: 'ALWAYS' } },
    ],
    polygons: [
      {
        points: [
          { latitude: 37.872, longitude: 112.548 },
          { latitude: 37.872, longitude: 112.552 },
          { latitude: 37.8705, longitude: 112.552 },
        ],
        fillColor: '#b9161c33',
        strokeColor: '#b9161c',
        strokeWidth: 2,
        dashArray: [6, 4],
      },
    ],
    circles: [
      { latitude: 37.869, longitude: 112.549, radius: 100, fillColor: '#25764a22', color: '#25764a', strokeWidth: 1 },
    ],
    polyline: [
      {
        points: [
          { latitude: 37.868, longitude: 112.548 },
          { latitude: 37.868, longitude: 112.553 },
        ],
        color: '#1a66a6',
        width: 6,
        dottedLine: true,
      },
    ],
  },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  region({ type, causedBy, detail }: RegionEvent) {
    this.setData({ last: { type, causedBy, ...detail } });
  },
  include() {
    const points = [
      { latitude: 37.86, longitude: 112.54 },
      { latitude: 37.88, longitude: 112.56 },
    ];
    wx.createMapContext('map').includePoints({ points, padding: [10, 10, 10, 10] });
  },
  center() {
    wx.createMapContext('map').getCenterLocation({ success: (place) => recordAnswer(this, 'center', place) });
  },
});
