import { defineConfig } from 'vitest/config'

/*
 * Five projects, by what a test needs to run:
 *
 *   unit      values in, values out: nothing outside the process
 *   sqlite    *.int.test.ts with Payload on a SQLite file      (TEST_DATABASE=sqlite)
 *   mongodb   the same files with Payload on a real mongod     (TEST_DATABASE=mongodb, TEST_MONGODB_URI)
 *   journeys  a built server, a real Chromium                  (CHROMIUM_PATH)
 *   long      what takes minutes, by hand: npm run test:long
 *
 * bin/test.mjs runs them in turn and sums them up; `npx vitest --project unit` works on its own too.
 */
const everywhere = ['node_modules/**', 'dist/**', '.next/**', 'data/**']
const integration = ['**/*.int.test.{ts,tsx}']
/** Asks nothing of a database of ours, and takes a minute: run once. */
const once = ['tests/plugins/newPlugin.int.test.ts']
const journeys = ['tests/journeys/**/*.journey.test.ts']
const long = ['**/*.long.test.ts']
/** Thousands of random runs prove more than the inner loop has time for. */
const slowerThanQuick = process.env.COMPAGNON_QUICK ? ['**/*.property.test.{ts,tsx}'] : []

/**
 * Booting Payload costs seconds and a second database of the same schema in one process is not migrated
 * again: so one worker, which keeps what it has booted from one file to the next.
 */
const oneBoot = { pool: 'forks', isolate: false, fileParallelism: false, maxWorkers: 1 } as const

export default defineConfig({
  // The aliases of tsconfig.json, so that they are written down once.
  resolve: { tsconfigPaths: true },
  test: {
    // Local time must never decide a test: the machine's zone is deliberately not the association's.
    env: {
      TZ: 'America/Noronha',
      NEXT_TELEMETRY_DISABLED: '1',
      PAYLOAD_TELEMETRY_DISABLED: '1',
      // A test that wants a language says so by LANG, which these would overrule.
      LC_ALL: '',
      LC_MESSAGES: '',
    },
    setupFiles: ['tests/support/properties.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,hooks,collections,plugins,tests}/**/*.test.{ts,tsx}', 'bin/**/*.test.mjs'],
          exclude: [...everywhere, ...integration, ...journeys, ...long, ...slowerThanQuick],
          // Nothing to isolate in pure code, and a fresh worker per file would cost more than the tests.
          pool: 'forks',
          isolate: false,
          testTimeout: 10_000,
          // A file left with fake timers or spies would disturb its neighbours in the same worker.
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: {
          ...oneBoot,
          name: 'sqlite',
          include: integration,
          exclude: [...everywhere, ...long],
          env: { TEST_DATABASE: 'sqlite' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneBoot,
          name: 'mongodb',
          include: integration,
          exclude: [...everywhere, ...once, ...long],
          env: { TEST_DATABASE: 'mongodb' },
          globalSetup: ['tests/support/mongodb.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneBoot,
          name: 'journeys',
          include: journeys,
          exclude: everywhere,
          globalSetup: ['tests/support/chromium.setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneBoot,
          name: 'long',
          env: { PROPERTY_SEED: 'random' },
          include: long,
          exclude: everywhere,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
