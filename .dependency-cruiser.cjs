/** The house's arrows: imports run one way (README, "the house"). */
const noun = '^cloudfunctions/core/(?!platform/|schema/)';
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
