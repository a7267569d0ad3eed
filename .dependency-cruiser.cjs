/** The arrows: imports run one way (README). */
const { readdirSync } = require('node:fs');
const path = require('node:path');

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
  page: ['contracts', 'services', 'text', 'views', 'session', 'routes.ts', 'page'],
  components: ['contracts', 'text', 'views', 'routes.ts', 'page/events.ts', 'page/unsaved.ts', 'components'],
};
const either = (rooms) => `(${rooms.map((room) => (room.endsWith('.ts') ? room : `${room}/`)).join('|')})`;
const own = (rooms) =>
  rooms.filter((room) => ['services', 'text', 'views', 'cache', 'page', 'components'].includes(room));
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
      pathNot: '^miniprogram/packages/$1/($2|services|text|views|cache|page|components)/',
    },
  },
];

/**
 * The layers of `cloudfunctions/core`, lowest first: a noun imports lower layers, and no other noun of its own layer.
 * Endpoints are above all layers: they may import any noun, and nobody imports them but the routes.
 */
const layers = [
  ['platform'],
  ['time', 'schema'],
  ['statistics', 'job', 'photo', 'moderation'],
  ['projection', 'quota'],
  ['policy'],
  ['place'],
  ['person'],
  ['access'],
  ['message', 'file', 'team', 'employer', 'mentor'],
  ['card', 'branch', 'help'],
  ['passbook', 'alert'],
  ['reward', 'complaint'],
  ['activity', 'order', 'review'],
  ['station', 'recognition'],
  ['site'],
  ['registration', 'enrolment', 'visit', 'residence'],
  ['import', 'brief'],
  ['print', 'home', 'reconciliation', 'finding', 'setup', 'export', 'publication', 'privacy'],
];
const placed = layers.flat();
const unplaced = readdirSync(path.join(__dirname, 'cloudfunctions/core')).filter((noun) => !placed.includes(noun));
if (unplaced.length > 0)
  throw new Error(`Name the layer of cloudfunctions/core in which it stands: ${unplaced.join(', ')}`);

/**
 * What a noun says of itself as data; one file of a lower layer puts all of a kind together
 * (docs/adr/0014-noun-kit.md). They import nothing of their noun but its own rules, so that no arrow through them
 * leads anywhere.
 */
const declarations = '^cloudfunctions/core/[^/]+/(permissions|policy|schema)\\.ts$';
const composed = '^cloudfunctions/core/(access/permissions|policy/policy|schema/index)\\.ts$';
const nounArrows = layers.flatMap((nouns, layer) =>
  nouns.map((noun) => ({
    name: `${noun}-imports-lower-layers`,
    severity: 'error',
    from: { path: `^cloudfunctions/core/${noun}/(?!endpoints/)`, pathNot: `${composed}|${declarations}` },
    to: {
      path: `^cloudfunctions/core/(${layers
        .slice(layer)
        .flat()
        .filter((other) => other !== noun)
        .join('|')})/`,
      pathNot: declarations,
    },
  })),
);

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...nounArrows,
    {
      name: 'declarations-are-data',
      severity: 'error',
      from: { path: declarations, pathNot: `${composed}|${declarations}` },
      to: {
        path: '^cloudfunctions/',
        pathNot:
          '^cloudfunctions/core/(access/permission-rows|schema/types|platform/(input|validation)|' +
          '[^/]+/(rules|migrations)/)',
      },
    },
    {
      name: 'only-composition-knows-the-manifest',
      severity: 'error',
      from: { path: '^cloudfunctions/core/' },
      to: { path: '^cloudfunctions/core/schema/index\\.ts$' },
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
      name: 'rules-know-no-platform',
      severity: 'error',
      from: { path: '^cloudfunctions/core/.*/rules/' },
      to: { path: '^cloudfunctions/core/platform/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^cloudfunctions/core/.*/rules/' },
      to: { path: '^cloudfunctions/core/(schema/|.*/(endpoints|flow|jobs|lists)/|.*/[^/]*store\\.ts$)' },
    },
    {
      name: 'only-routes-know-endpoints',
      severity: 'error',
      from: {
        path: '^(cloudfunctions|local|tools)/',
        pathNot: '^cloudfunctions/((api|files)/routes|core/.*/endpoints/|core/home/)',
      },
      to: { path: '^cloudfunctions/core/.*/endpoints/' },
    },
    {
      name: 'nouns-know-no-entry',
      severity: 'error',
      from: { path: '^cloudfunctions/core/' },
      to: { path: '^cloudfunctions/(api|files|jobs|events|open)/' },
    },
    {
      name: 'only-tests-know-tests',
      severity: 'error',
      from: { path: '^(local|tools|miniprogram|cloudfunctions)/', pathNot: '^local/[^/]+/tests/' },
      to: { path: ['^tests/', '^local/[^/]+/tests/'] },
    },
    {
      name: 'local-is-never-shipped',
      severity: 'error',
      from: { path: '^(miniprogram|cloudfunctions)/' },
      to: { path: '^(local|tools)/' },
    },
    {
      name: 'local-cloud-knows-itself-alone',
      severity: 'error',
      from: { path: '^local/cloud/' },
      to: { path: '^(?!local/cloud/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'local-cloud-lists-its-packages',
      severity: 'error',
      from: { path: '^local/cloud/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'local-cloud-by-its-name',
      severity: 'error',
      from: { pathNot: '^local/cloud/' },
      to: { path: '^local/cloud/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'phone-package-knows-no-product',
      severity: 'error',
      from: { path: '^local/phone/' },
      to: { path: '^(miniprogram|cloudfunctions|tools|tests|local/(?!phone/))' },
    },
    {
      name: 'phone-package-is-imported-by-its-name',
      severity: 'error',
      from: { path: '^(?!local/phone/)' },
      to: { path: '^local/phone/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'phone-package-ships-no-test',
      severity: 'error',
      from: { path: '^local/phone/(?!tests/|examples/)' },
      to: { path: '^local/phone/(tests|examples)/' },
    },
    {
      name: 'phone-components-and-apis-know-the-host-alone',
      severity: 'error',
      from: { path: '^local/phone/browser/(builtin|wx)/' },
      to: { path: '^local/phone/browser/(runtime|frame)/' },
    },
    {
      name: 'phone-components-know-no-api',
      severity: 'error',
      from: { path: '^local/phone/browser/builtin/' },
      to: { path: '^local/phone/browser/wx/' },
    },
    {
      name: 'phone-page-and-node-are-apart',
      severity: 'error',
      from: { path: '^local/phone/browser/' },
      to: { path: '^local/phone/(server|testing)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'miniprogram/miniprogram_npm|/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
