// Who may import whom: the table of rooms in docs/architecture.md, as rules. `node scripts/test.mjs checks` holds them.
const test = '\\.(test|journey)\\.tsx?$'
const feature = '^src/features/([^/]+)/'
const frontDoor = '^src/features/[^/]+/public\\.tsx?$'
const roof = '^src/(app\\.tsx|assembly\\.ts|features\\.ts|main\\.ts|command-line\\.ts)$'
const database = ['node_modules/(kysely|pg|pg-boss)/']
const web = ['^src/platform/http/', 'node_modules/hono/']

const rule = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-circles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('kernel-imports-nothing', { path: '^src/kernel/', pathNot: test }, { pathNot: '^src/kernel/' }),
    rule(
      'platform-knows-no-city-word',
      { path: '^src/platform/', pathNot: test },
      { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    ),
    rule(
      'trunk-and-thesaurus-stand-on-kernel-and-platform',
      { path: '^src/(trunk|thesaurus)/', pathNot: test },
      { path: '^src/', pathNot: '^src/(kernel|platform|trunk|thesaurus)/' },
    ),
    rule('trunk-knows-no-thesaurus', { path: '^src/trunk/', pathNot: test }, { path: '^src/thesaurus/' }),
    rule('ui-knows-no-data', { path: '^src/ui/', pathNot: test }, { path: '^src/', pathNot: '^src/(kernel|ui)/' }),
    rule(
      'scripts-of-the-browser-stand-alone',
      { path: '^src/ui/enhance/' },
      { path: ['^src/', 'node_modules/hono/'], pathNot: '^src/ui/enhance/' },
    ),
    rule(
      'neighbours-by-the-front-door',
      { path: feature, pathNot: test },
      { path: feature, pathNot: ['^src/features/$1/', frontDoor] },
    ),
    rule(
      'halls-know-no-feature',
      { path: '^src/features/(benefit|desk|home|search|history)/', pathNot: test },
      { path: feature, pathNot: '^src/features/$1/' },
    ),
    rule(
      'only-stores-speak-sql',
      { path: feature, pathNot: ['/store[^/]*\\.ts$', '/index-store\\.ts$', '/migrations/', '/tables\\.ts$', test] },
      { path: database },
    ),
    rule(
      'views-only-draw',
      { path: '^src/features/[^/]+/views/' },
      {
        path: [
          '/store[^/]*\\.ts$',
          '/actions/',
          '/routes[^/]*\\.tsx?$',
          '^src/platform/(db|jobs|mail|files|identity)/',
          ...database,
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'actions-know-no-web',
      { path: '^src/features/[^/]+/actions/', pathNot: test },
      { path: ['/views/', '/routes[^/]*\\.tsx?$', ...web], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'stores-know-no-act-and-no-page',
      { path: '^src/features/[^/]+/[^/]*store[^/]*\\.ts$', pathNot: test },
      { path: ['/actions/', '/views/', '/routes[^/]*\\.tsx?$', ...web] },
    ),
    rule(
      'permissions-and-inputs-are-pure',
      { path: '^src/features/[^/]+/(permissions|inputs|paths|tables)\\.ts$' },
      {
        path: ['/store[^/]*\\.ts$', '/actions/', '/views/', '/routes', '^src/platform/(db|jobs|mail|files)/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule('nobody-imports-the-roof', { path: '^src/', pathNot: [roof, test] }, { path: roof }),
    rule(
      'no-tests-in-the-house',
      { path: '^src/', pathNot: [test, 'soft-authenticator', 'fixtures?\\.ts$'] },
      { path: ['^testing/', test] },
    ),
    rule('everything-can-be-found', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
