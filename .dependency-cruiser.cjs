/** The house's arrows: imports run one way (README, "the house"). */

/**
 * The layers of `cloudfunctions/core`, lowest first: a noun imports lower layers, and no other noun of its own layer.
 * Endpoints are above all layers: they may import any noun, and nobody imports them but the routes.
 */
const layers = [
  ['platform'],
  ['time', 'schema'],
  ['statistics', 'job'],
  ['policy'],
  ['place'],
  ['person'],
  ['access'],
  ['card', 'message', 'file'],
  ['passbook'],
  ['activity', 'order'],
  ['registration'],
  ['projection', 'home'],
];
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
/** Circles of types in these are being mended; a path leaves the list when its last one is gone. */
const circlesBeingMended = '^(local/cloud|miniprogram)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: circlesBeingMended },
      to: { circular: true },
    },
    {
      name: 'no-circles-but-of-types',
      severity: 'error',
      from: { path: circlesBeingMended },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
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
    {
      name: 'components-call-no-service',
      severity: 'error',
      from: { path: '^miniprogram/components/' },
      to: { path: '^miniprogram/(services|session|pages|packages)/' },
    },
    {
      name: 'text-reads-contracts-alone',
      severity: 'error',
      from: { path: '^miniprogram/text/' },
      to: { path: '^miniprogram/(services|session|pages|packages|components)/' },
    },
    {
      name: 'services-know-no-page',
      severity: 'error',
      from: { path: '^miniprogram/services/' },
      to: { path: '^miniprogram/(pages|packages|components|session|text)/' },
    },
    {
      name: 'session-knows-no-page',
      severity: 'error',
      from: { path: '^miniprogram/session/' },
      to: { path: '^miniprogram/(pages|packages|components)/' },
    },
    {
      name: 'pages-do-not-share',
      severity: 'error',
      from: { path: '^miniprogram/(pages|packages)/([^/]+)/' },
      to: { path: '^miniprogram/(pages|packages)/', pathNot: '^miniprogram/$1/$2/' },
    },
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
      to: { path: '^cloudfunctions/(api|files|jobs|events)/' },
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
  },
};
