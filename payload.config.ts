import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { outboxOnly } from '@/collections/mail/outboxOnly'
import { traceNow, withBlocks, withIds, withoutSecrets } from '@/hooks'
import { collectionsOf, globalsOf } from '@/hooks/gate'
import { runtimeCollections } from '@/hooks/runtime/collections'
import { DEFAULT_DATABASE, databaseAdapter } from '@/server/database'
import { closeVendorCollections } from '@/server/vendorCollections'
import { admin } from './src/admin/config'
import { forStaff } from './src/admin/forStaff'
import { graphqlLimits } from './src/admin/graphql/limits'
import { graphqlLevels, logGraphqlIncident } from './src/admin/graphql/logging'
import { vendorWords } from './src/admin/i18n/vendor'
import { inMenuOrder } from './src/admin/menu'
import { modules } from './src/modules'

const env = process.env

/** Wiring only: what each room brings is in its own index.ts. */
export default closeVendorCollections(
  buildConfig({
    secret: env.PAYLOAD_SECRET ?? '',
    db: await databaseAdapter(env.DATABASE_URI ?? DEFAULT_DATABASE, { push: env.COMPAGNON_PUSH === '1' }),
    sharp,
    email: outboxOnly,
    editor: lexicalEditor(),
    // Read by the editors of staff's texts (collections/richtext).
    custom: withBlocks(modules),
    collections: inMenuOrder(withIds([...collectionsOf(modules), ...runtimeCollections]).map(forStaff)),
    globals: globalsOf(modules).map(forStaff),
    localization: { locales: ['fr', 'en'], defaultLocale: 'fr', fallback: true },
    i18n: { supportedLanguages: { fr, en }, fallbackLanguage: 'fr', translations: vendorWords },
    admin: { ...admin, importMap: { baseDir: fileURLToPath(new URL('.', import.meta.url)) } },
    graphQL: { disablePlaygroundInProduction: true, maxComplexity: 200, validationRules: graphqlLimits },
    maxDepth: 3,
    // Expected refusals are answers, not incidents.
    loggingLevels: {
      AuthenticationError: 'debug',
      Forbidden: 'debug',
      Locked: 'debug',
      NotFound: 'debug',
      QueryError: 'debug',
      ValidationError: 'debug',
      ...graphqlLevels,
    },
    hooks: { afterError: [logGraphqlIncident] },
    logger: {
      options: {
        level: env.LOG_LEVEL ?? 'warn',
        base: undefined,
        mixin: () => ({ ...traceNow() }),
        hooks: { streamWrite: withoutSecrets },
      },
    },
    telemetry: false,
    typescript: {
      autoGenerate: false,
      outputFile: fileURLToPath(new URL('payload-types.ts', import.meta.url)),
    },
    // Sign-ins are rows of ours that can be ended at once; Payload's own token could not, so it is not honoured.
    onInit: (payload) => {
      payload.authStrategies = payload.authStrategies.filter((s) => s.name !== 'local-jwt')
    },
  }),
)
