import type { PortraitView } from '../../../contracts/person';

export const portraitLine: Readonly<Record<PortraitView['state'], string>> = {
  none: '卡上还没有您的照片',
  checking: '照片在审核，过了就上卡',
  shown: '这张照片在卡上',
  hidden: '这张照片没过审，换一张',
};

export const takenBackLine = '收回了';
