import mongoose from 'mongoose'
import { expect } from 'vitest'
import { findMongod, startMongo } from '../support/mongod'
import { findingsOf } from './findings'
import { Process } from './process'

type ReplicaSet = Awaited<ReturnType<typeof startMongo>>

/** Enough for both processes to be in full swing, before the kill and after it. */
const MANY = 150

/**
 * Three nodes of MongoDB, two processes that write to them without pause, the primary killed with SIGKILL: every
 * write that was acknowledged is there, none is there twice, and the ledger and the seats are right.
 */
export async function primaryKilledUnderWriters(): Promise<void> {
  const found = await findMongod()
  if (!found.ok) throw new Error(`NO MONGOD FOR THE FAILOVER:\n  ${found.reasons.join('\n  ')}`)
  const mongo = await startMongo(found.binary, 3)
  try {
    await writeThroughFailover(mongo)
  } finally {
    await mongo.stop()
  }
}

async function writeThroughFailover(mongo: ReplicaSet): Promise<void> {
  const began = performance.now()
  const uri = mongo.getUri('failover')
  const starting = [Process.start({ uri }), Process.start({ uri })] as const
  const [a, b] = [await starting[0], await starting[1]]
  await a.ask('open', { loops: true })
  const { season, founders } = await a.ask('prepare', { cap: 250, founders: 1 })
  await b.ask('open', { loops: true })
  const account = `member:${founders[0]}`
  await Promise.all([
    a.ask('write', { season, account, name: 'a', lanes: 4 }),
    b.ask('write', { season, account, name: 'b', lanes: 4 }),
  ])
  const swing = async () => {
    const before = [a.acks.length, b.acks.length] as const
    await Promise.all([
      a.until(({ acks, troubles }) => acks.length >= before[0] + MANY || troubles.length > 0),
      b.until(({ acks, troubles }) => acks.length >= before[1] + MANY || troubles.length > 0),
    ])
  }
  await swing()
  await killPrimary(mongo, uri)
  await swing()
  const [first, second] = await Promise.all([a.ask('stopWriting', null), b.ask('stopWriting', null)])
  expect([...a.troubles, ...b.troubles]).toEqual([])

  // Facts that were relayed and delivered across the failover too.
  const acks = [...a.acks, ...b.acks]
  await b.close()
  expect(await a.ask('settle', null)).toEqual({ drained: true })
  const look = await a.ask('look', { season })
  await a.close()
  console.log(
    `failover: ${acks.length} acknowledged, ${first.retries + second.retries} asked again, longest wait ${Math.max(first.longestMs, second.longestMs)} ms, ${Math.round(performance.now() - began)} ms in all`,
  )
  // Somebody was cut in the middle, or nothing was tried here.
  expect(Math.max(first.longestMs, second.longestMs)).toBeGreaterThan(500)
  expect(findingsOf(look, acks, { founders, over: false })).toEqual([])
  const said = (act: string) => acks.filter((x) => x.act === act).map(({ id }) => id)
  const awards = look.transfers.filter(({ code, kind }) => code === 'award' && kind === 'transfer')
  expect(awards.map(({ key }) => key).toSorted()).toEqual(said('awarded').toSorted())
  expect(look.heldOrConfirmed.map(({ person }) => person).toSorted()).toEqual(said('seated').toSorted())
}

async function killPrimary(mongo: ReplicaSet, uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri)
  const hello = await client.db('admin').command({ hello: 1 })
  await client.close()
  const port = Number(String(hello.primary).split(':').at(-1))
  const server = mongo.servers.find(({ instanceInfo }) => instanceInfo?.port === port)
  const pid = server?.instanceInfo?.instance.mongodProcess?.pid
  if (!pid) throw new Error(`no process of the primary ${hello.primary}`)
  process.kill(pid, 'SIGKILL')
}
