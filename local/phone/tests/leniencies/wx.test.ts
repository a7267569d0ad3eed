/** How names of `wx` answer otherwise than on a phone. */
import { LeniencyPhone } from './leniency-app';

const phone = new LeniencyPhone({ first: ['<view/>'] });

test('the platform is devtools, and what a browser has no counterpart of is absent', async () => {
  await phone.open('first');
  expect(await phone.run('return wx.getDeviceInfo().platform')).toBe('devtools');
  const names = ['getBatteryInfo', 'openBluetoothAdapter', 'startWifi', 'startAccelerometer', 'requestPayment'];
  expect(await phone.run(`return ${JSON.stringify(names)}.map((name) => typeof wx[name])`)).toEqual(
    names.map(() => 'undefined'),
  );
});

test('a browser that is offline by itself is not told', async () => {
  const page = await phone.open('first');
  await phone.run('wx.onNetworkStatusChange((status) => { window.told = status })');
  await page.context().setOffline(true);
  expect(await phone.run('return [(await wx.getNetworkType()).networkType, typeof window.told]')).toEqual([
    'wifi',
    'undefined',
  ]);
});
