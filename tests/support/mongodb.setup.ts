import { findMongod, startMongo } from './mongod'

/*
 * Vitest's global setup of the projects that need MongoDB: tests find it at TEST_MONGODB_URI, a URI without
 * a database name. MONGODB_TEST_URI names a server that already runs, for whoever wants to keep the data.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.TEST_MONGODB_URI || process.env.MONGODB_TEST_URI
  if (running) {
    process.env.TEST_MONGODB_URI = running
    return undefined
  }
  const found = await findMongod((line) => console.log(`mongod: ${line}`))
  if (!found.ok) throw new Error(`NO MONGOD FOR THE TESTS:\n  ${found.reasons.join('\n  ')}`)
  const mongo = await startMongo(found.binary)
  process.env.TEST_MONGODB_URI = mongo.getUri()
  return async () => {
    await mongo.stop()
  }
}
