import gcoord from 'gcoord';
import { toGcj02 } from '../../../cloudfunctions/core/station/rules/coordinates';
import { straightMetres } from '../../../miniprogram/contracts/distance';

const taiyuan = { latitude: 37.8706, longitude: 112.5489 };

it('GCJ-02 stays as it is, and lies half a kilometre off WGS-84 in Taiyuan', () => {
  expect(toGcj02(taiyuan, 'gcj02')).toEqual(taiyuan);
  const metres = straightMetres(taiyuan, toGcj02(taiyuan, 'wgs84'));
  expect(metres).toBeGreaterThan(500);
  expect(metres).toBeLessThan(620);
});

it.each([
  ['wgs84', gcoord.WGS84],
  ['bd09', gcoord.BD09],
] as const)('from %s there and back is the same place within a metre', (system, from) => {
  const there = toGcj02(taiyuan, system);
  const [longitude, latitude] = gcoord.transform([there.longitude, there.latitude], gcoord.GCJ02, from);
  expect(straightMetres({ latitude, longitude }, taiyuan)).toBeLessThan(1);
});
