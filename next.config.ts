import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** Next serves Payload's admin and GraphQL, and nothing else. */
const config: NextConfig = {
  poweredByHeader: false,
  compress: true,
  // No door that resizes pictures: the admin shows them as they are.
  images: { unoptimized: true },
  // The server and the admin must share one copy of Payload: errors are told apart by class (docs/adr).
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    '@libsql/client',
    'sharp',
    'pino',
  ],
  // npm run dev: the admin's own reloading, by the address it is opened at.
  allowedDevOrigins: ['127.0.0.1'],
  // npm test checks types and lint for the whole house.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
