import { gridColours } from '../../../miniprogram/contracts/hat';
import type { GridPlan, LanePlan } from './tree';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
const colourNames = {
  red: '红色网格',
  yellow: '黄色网格',
  blue: '蓝色网格',
  green: '绿色网格',
  purple: '紫色网格',
} as const;

const numeral = (index: number): string => numerals[index] ?? String(index + 1);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** 后所营 counts 84 lanes in 10 sections: eight in most, nine in four of them. */
const lanesInSection = (section: number): number => (section % 5 < 2 ? 9 : 8);

const streets = [
  '北大街',
  '庙前街',
  '南大街',
  '井坪街',
  '东街',
  '小学路',
  '西街',
  '果园路',
  '堡里街',
  '新建路',
] as const;

/**
 * 280 courtyards over 84 lanes: three in two lanes of three, four in the third; 504 households, six to a lane on
 * average.
 */
function housuoyingLane(street: string, inSection: number, overall: number): LanePlan {
  const count = overall % 3 === 0 ? 4 : 3;
  const households = [7, 5, 6, 6, 8, 4][overall % 6] ?? 6;
  const courtyards = times(
    count,
    (index) => [`${inSection * 4 + index + 1} 号院`, Math.floor((households + index) / count)] as const,
  );
  return { name: `${street}${numeral(inSection)}巷`, courtyards };
}

/** S1-02, S1-03: five grids in five colours, two sections each. */
export function housuoyingPlan(): GridPlan[] {
  let overall = 0;
  const sections = times(10, (index) => ({
    name: `${numeral(index)}片区`,
    lanes: times(lanesInSection(index), (lane) => housuoyingLane(streets[index] ?? '', lane, overall++)),
  }));
  return gridColours.map((colour, index) => ({
    name: colourNames[colour],
    colour,
    sections: sections.slice(index * 2, index * 2 + 2),
  }));
}

const evergreenLanes = [
  '槐荫路',
  '槐荫北巷',
  '杏花巷',
  '桃园路',
  '柳巷',
  '柳南巷',
  '青藤路',
  '青藤东巷',
  '丁香街',
  '海棠街',
  '枫林路',
  '枫林西巷',
  '学府街',
  '学府南巷',
  '梧桐路',
  '梧桐北巷',
  '紫荆路',
  '松涛巷',
  '银杏街',
  '银杏东巷',
] as const;
const evergreenGrids = ['枫林网格', '学府网格', '梧桐网格', '松涛网格', '银杏网格'] as const;

/** S2-03: ten grids; the first five wear the colours, the others go by their names. */
export function evergreenPlan(): GridPlan[] {
  const section = (index: number) => ({
    name: `${numeral(index % 2)}片区`,
    lanes: [
      {
        name: evergreenLanes[index] ?? '',
        courtyards: ['3', '7', '12', '15', '18'].map((number) => [`${number} 号院`, 4] as const),
      },
    ],
  });
  const sectionsOf = (grid: number) => [section(grid * 2), section(grid * 2 + 1)];
  return [
    ...gridColours.map((colour, index) => ({ name: colourNames[colour], colour, sections: sectionsOf(index) })),
    ...evergreenGrids.map((name, index) => ({ name, sections: sectionsOf(index + 5) })),
  ];
}

const houses = (from: number, count: number, households: number) =>
  times(count, (index) => [`${from + index} 号`, households] as const);

/** A village of two halves; a house is a household. */
export function xibuPlan(): GridPlan[] {
  const half = (side: string) => ({
    name: `${side}片网格`,
    sections: [
      {
        name: `${side}片`,
        lanes: ['前街', '后街', '南巷'].map((street) => ({ name: `${side}${street}`, courtyards: houses(1, 10, 1) })),
      },
    ],
  });
  return [half('东'), half('西')];
}

/** Old blocks of flats where many live alone: four grids, each with two rows of buildings. */
export function chengdongPlan(): GridPlan[] {
  const blocks = (name: string) => ({
    name: `${name}网格`,
    sections: ['南片', '北片'].map((side) => ({
      name: `${name}${side}`,
      lanes: [{ name: `${name}${side}`, courtyards: times(4, (index) => [`${index + 1} 号楼`, 4] as const) }],
    })),
  });
  return ['城东街', '东华苑', '杨家峪', '淖马'].map(blocks);
}

/** A street of couriers, seen from its grids; its stations and sites are collections of their own. */
export function yijingPlan(): GridPlan[] {
  const grid = (name: string) => ({
    name: `${name}网格`,
    sections: [{ name: `${name}片区`, lanes: [{ name: `${name}路`, courtyards: houses(1, 6, 2) }] }],
  });
  return ['义井', '西峪', '千峰'].map(grid);
}

const largeGrids = 20;
const sectionsOfGrid = 10;
const courtyardsOfLane = 5;
const householdsOfCourtyard = 2;

/** As many households as so many people live in, two and a half to each, over 20 grids of ten sections. */
export function largePlan(people: number): GridPlan[] {
  const households = Math.ceil((people * 2) / 5);
  const ofSection = largeGrids * sectionsOfGrid * courtyardsOfLane * householdsOfCourtyard;
  const lanes = Math.ceil(households / ofSection);
  return times(largeGrids, (grid) => ({
    name: `第${String(grid + 1)}网格`,
    ...(gridColours[grid] && { colour: gridColours[grid] }),
    sections: times(sectionsOfGrid, (section) => ({
      name: `${numeral(section)}片区`,
      lanes: times(lanes, (lane) => ({
        name: `${String(grid + 1)}区${numeral(section)}街${String(lane + 1)}巷`,
        courtyards: times(courtyardsOfLane, (index) => [`${String(index + 1)} 号院`, householdsOfCourtyard] as const),
      })),
    })),
  }));
}
