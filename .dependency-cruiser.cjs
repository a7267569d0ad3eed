/** The house's arrows: imports run one way (README, "the house"). */
const noun = '^cloudfunctions/core/(?!platform/|schema/)';

/**
 * What each room of the mini-program may import, of the mini-program; a subpackage's rooms may import their like in the
 * same subpackage too.
 */
const arrows = {
  'services/platform': ['contracts', 'services/platform'],
  services: ['contracts', 'services'],
  text: ['contracts', 'text'],
  views: ['contracts', 'text', 'views'],
  cache: ['contracts', 'services/platform', 'cache'],
  session: ['contracts', 'services', 'cache', 'session'],
  'routes.ts': ['contracts'],
  page: ['contracts', 'services', 'text', 'session', 'routes.ts', 'page'],
  components: ['contracts', 'text', 'views', 'routes.ts', 'page/events.ts', 'components'],
};
const either = (rooms) => `(${rooms.map((room) => (room.endsWith('.ts') ? room : `${room}/`)).join('|')})`;
const own = (rooms) => rooms.filter((room) => ['text', 'views', 'components'].includes(room));
const miniprogram = [
  ...Object.entries(arrows).map(([room, allowed]) => ({
    name: `miniprogram-${room.replace(/\W/g, '-')}`,
    severity: 'error',
    from: { path: `^miniprogram/${either([room])}` },
    to: { path: '^miniprogram/', pathNot: `^miniprogram/${either(allowed)}` },
  })),
  ...own(Object.keys(arrows)).map((room) => ({
    name: `subpackage-${room}`,
    severity: 'error',
    from: { path: `^miniprogram/packages/([^/]+)/${room}/` },
    to: {
      path: '^miniprogram/',
      pathNot: `^miniprogram/(${either(arrows[room])}|packages/$1/${either(own(arrows[room]))})`,
    },
  })),
  {
    name: 'tabs-do-not-share',
    severity: 'error',
    from: { path: '^miniprogram/pages/([^/]+)/' },
    to: { path: '^miniprogram/(pages|packages)/', pathNot: '^miniprogram/pages/$1/' },
  },
  {
    name: 'subpackage-pages-do-not-share',
    severity: 'error',
    from: { path: '^miniprogram/packages/([^/]+)/([^/]+)/' },
    to: {
      path: '^miniprogram/(pages|packages)/',
      pathNot: '^miniprogram/packages/$1/($2|text|views|components)/',
    },
  },
  {
    name: 'miniprogram-no-circles',
    severity: 'error',
    from: { path: '^miniprogram/' },
    to: { circular: true },
  },
];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      from: { path: '^miniprogram/contracts/' },
      to: { pathNot: '^miniprogram/contracts/' },
    },
    ...miniprogram,
    {
      name: 'phone-knows-no-cloud',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|local|tools|tests)/' },
    },
    {
      name: 'cloud-knows-contracts-alone',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(local|tools|tests|miniprogram/(?!contracts/))' },
    },
    {
      name: 'platform-knows-no-noun',
      severity: 'error',
      from: { path: '^cloudfunctions/core/platform/' },
      to: { path: '^cloudfunctions/(?!core/platform/)' },
    },
    {
      name: 'only-platform-knows-the-sdk',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions)/', pathNot: '^cloudfunctions/core/platform/' },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: `${noun}.*/(rules|lifecycle|decide|evolve|ledger|permissions)[^/]*\\.ts$` },
      to: {
        path: '^cloudfunctions/core/(platform/|[^/]+/(store|endpoints)|schema/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nouns-know-no-entry',
      severity: 'error',
      from: { path: '^cloudfunctions/core/' },
      to: { path: '^cloudfunctions/(api|jobs|events)/' },
    },
    {
      name: 'only-tests-know-tests',
      severity: 'error',
      from: { path: '^(local|tools|miniprogram|cloudfunctions)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'local-is-never-shipped',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions)/' },
      to: { path: '^(local|tools)/' },
    },
    {
      name: 'cloud-and-phone-are-strangers',
      severity: 'error',
      from: { path: '^local/cloud/' },
      to: { path: '^local/(phone|demo)/' },
    },
    {
      name: 'phone-and-cloud-are-strangers',
      severity: 'error',
      from: { path: '^local/phone/' },
      to: { path: '^local/(cloud|demo)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'miniprogram/miniprogram_npm|/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
