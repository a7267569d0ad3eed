import { surnameKeyOf } from '../../../cloudfunctions/core/person/surname-key';

test.each([
  ['单玉芬', 'shan'],
  ['仇和平', 'qiu'],
  ['区少华', 'ou'],
  ['种大伟', 'chong'],
  ['祭秀英', 'zhai'],
  ['黑伯龙', 'he'],
  ['洗玉兰', 'xian'],
  ['秘春花', 'bi'],
  ['郇建国', 'xun'],
  ['佴和平', 'nai'],
  ['炅小明', 'gui'],
  ['么桂英', 'yao'],
  ['欧阳娜', 'ouyang'],
  ['Maria Lopez', 'maria lopez'],
])('the surname of %s is read %s', (name, key) => {
  expect(surnameKeyOf(name)).toBe(key);
});
