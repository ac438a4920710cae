/*
 * Which way imports run (docs/ARCHITECTURE.md). Inner rooms know nothing of outer ones:
 *
 *   src/core ← hooks, src/ui, src/i18n ← collections ← plugins ← src/web, src/admin ← src/server, payload.config.ts ← src/app
 *
 * Each rule names what the folder must not reach; a test file may reach more, see `tests` below.
 */

/** Tests beside the code and in tests/ folders: they may use tests/ and anything of their own layer. */
const tests = '(\\.test\\.(tsx?|mjs)$)|(/tests/)|(^tests/)'

/** Every room of ours, to be narrowed by `except`. */
const ours = '^(src|hooks|collections|plugins|tests|bin|payload\\.config\\.ts|payload-types\\.ts)(/|$)'

/** Types generated from the collections: known to all but the innermost, as types only. */
const generatedTypes = '^payload-types\\.ts$'

/** `from` may reach the rooms in `mayReach` (regular expressions) and nothing else of ours. */
const room = (name, from, mayReach, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: ours, pathNot: mayReach },
})

module.exports = {
  forbidden: [
    room('core-knows-nobody', '^src/core/', ['^src/core/'], 'src/core imports nothing of ours.'),
    room(
      'i18n-knows-core',
      '^src/i18n/',
      ['^src/(core|i18n)/'],
      'The texts of the core need the helpers of src/core only.',
    ),
    room('ui-knows-core', '^src/ui/', ['^src/(core|ui)/'], 'The design system knows no module.'),
    room(
      'hooks-know-core',
      '^hooks/',
      ['^hooks/', '^src/core/', generatedTypes],
      'Hooks are the meeting place: they know none of those who meet.',
    ),
    room(
      'collections-know-inner-rooms',
      '^collections/',
      ['^collections/', '^hooks/', '^src/(core|ui|i18n)/', generatedTypes],
      'A collection returns views and titles; it never reaches for the layout, the server or a plugin.',
    ),
    room(
      'plugins-know-inner-rooms',
      '^plugins/',
      ['^plugins/', '^collections/', '^hooks/', '^src/(core|ui|i18n)/', generatedTypes],
      'A plugin stands on core, hooks, ui and collections.',
    ),
    {
      name: 'plugins-meet-through-contracts',
      comment: 'A plugin knows another one by its contract.ts alone.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/', pathNot: tests },
      to: { path: '^plugins/', pathNot: ['^plugins/$1/', '^plugins/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'contracts-are-types',
      comment: "Another plugin's contract is imported by `import type`: it may be turned off.",
      severity: 'error',
      from: { path: '^plugins/([^/]+)/' },
      to: {
        path: '^plugins/[^/]+/contract\\.ts$',
        pathNot: '^plugins/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules are functions of values and `now`: src/core and their own folder, no package, no node:.',
      severity: 'error',
      from: { path: '^(collections|plugins)/([^/]+)/domain/', pathNot: tests },
      to: { pathNot: ['^src/core/', '^$1/$2/domain/'] },
    },
    {
      name: 'domain-tests-are-pure',
      comment:
        'What is tested beside a rule is the rule: no database, no server (put such a test in tests/).',
      severity: 'error',
      from: { path: '^(collections|plugins)/[^/]+/domain/.*\\.test\\.ts$' },
      to: { path: '(^|/)(payload|express|react|next|@payloadcms)(/|$)' },
    },
    {
      name: 'core-is-portable',
      comment: 'src/core and src/ui also run in the browser: no Payload, no Express, no Next.',
      severity: 'error',
      from: { path: '^src/(core|ui)/', pathNot: tests },
      to: { path: 'node_modules/(payload|express|next|@payloadcms)/' },
    },
    room(
      'web-knows-inner-rooms',
      '^src/web/',
      ['^src/(web|core|ui|i18n)/', '^hooks/', '^collections/', '^plugins/', generatedTypes],
      'src/web is handed what it needs of the server.',
    ),
    room(
      'islands-are-small',
      '^src/web/islands/',
      ['^src/web/islands/', '^src/(core|ui)/', '^(collections|plugins)/[^/]+/(contract\\.ts$|domain/)'],
      'Browser scripts: what they import is sent over the wire. A rule is pure, so it may be.',
    ),
    room(
      'server-is-not-next',
      '^src/server/',
      [
        '^src/(server|web|core|ui|i18n|migrations)/',
        '^src/modules\\.ts$',
        '^hooks/',
        '^collections/',
        '^plugins/',
        '^payload',
      ],
      'The server mounts Next by its directory; it imports nothing of src/app.',
    ),
    room(
      'admin-knows-inner-rooms',
      '^src/admin/',
      ['^src/(admin|core|ui|i18n)/', '^hooks/', '^collections/', '^plugins/', generatedTypes],
      "The components that dress Payload's admin.",
    ),
    room(
      'app-is-the-admin',
      '^src/app/',
      ['^src/(app|admin|core|ui|i18n)/', '^hooks/', '^payload', '^(collections|plugins)/'],
      "src/app holds Payload's admin routes and nothing else.",
    ),
    {
      name: 'config-is-wiring',
      comment:
        'payload.config.ts is loaded by Next and by commands: it starts no server and renders no page.',
      severity: 'error',
      from: { path: '^payload\\.config\\.ts$' },
      to: { path: '^(src/(app|web)/|tests/|bin/)' },
    },
    {
      name: 'generated-types-are-types',
      comment: 'payload-types.ts is imported by `import type`.',
      severity: 'error',
      from: {},
      to: { path: generatedTypes, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-without-tests',
      comment: 'What is served must not need what tests it.',
      severity: 'error',
      from: { path: ours, pathNot: [tests, '^bin/(test|bench)\\b'] },
      to: { path: tests },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'npm ci --omit=dev must still serve. (Islands are bundled when the site is built.)',
      severity: 'error',
      from: {
        path: '^(src|hooks|collections|plugins|payload\\.config\\.ts)',
        pathNot: [tests, '^src/web/islands/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'commands-start-without-packages',
      comment: 'start and test install the packages: until then they have none (dynamic imports come after).',
      severity: 'error',
      from: {
        path: '^bin/(start|test|build|cli|dev)\\.mjs$|^bin/lib/',
        pathNot: [tests, '^bin/lib/(build-|testing/)'],
      },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'], dynamic: false },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea, or three; what both name, types too, stands in the third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.next|data|media)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
}
