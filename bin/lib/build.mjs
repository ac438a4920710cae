import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { adminState, buildAdmin } from './build-admin.mjs'
import { buildClient } from './build-client.mjs'
import { buildServer, describeBuildError } from './build-server.mjs'
import { done, Plain, progress } from './say.mjs'
import { hashFiles, listSources, MARKS, staleParts } from './sources.mjs'

/**
 * Builds what is not built of the present sources.
 * @param {{force?: boolean, parts?: string[]}} options `parts`: 'app' and/or 'admin'; both unless told
 */
export async function build(folder, { force = false, parts = Object.keys(MARKS) } = {}) {
  // Before anything is read: what is edited while we build counts as changed afterwards.
  const hash = hashFiles(folder, listSources(folder))
  const stale = (force ? Object.keys(MARKS) : staleParts(folder, hash)).filter((part) => parts.includes(part))
  const tasks = []
  if (stale.includes('app')) tasks.push(buildApp(folder, hash))
  if (stale.includes('admin')) tasks.push(refreshAdmin(folder, hash, force))
  // One failure must not leave the other build running after we have gone.
  const failed = (await Promise.allSettled(tasks)).find((task) => task.status === 'rejected')
  if (failed) throw failed.reason
}

async function buildApp(folder, hash) {
  rmSync(path.join(folder, MARKS.app), { force: true })
  await Promise.all([
    timed('Serveur', 'Server', () => buildServer(folder)),
    timed('Feuille de style et scripts', 'Stylesheet and scripts', () => buildClient(folder)),
  ])
  mark(folder, MARKS.app, hash)
}

async function refreshAdmin(folder, hash, force) {
  const state = await adminState(folder)
  if (state.absent) return
  if (force || !state.fresh) {
    rmSync(path.join(folder, MARKS.admin), { force: true })
    progress('… Administration (Next), une minute environ', '… Admin (Next), about a minute')
    await timed('Administration', 'Admin', () => buildAdmin(folder))
  }
  mark(folder, MARKS.admin, `${hash}\n${state.hash}`)
}

async function timed(fr, en, task) {
  const since = Date.now()
  try {
    await task()
  } catch (error) {
    if (error instanceof Plain) throw error
    throw new Plain(
      `La construction a échoué : ${fr}.`,
      `The build failed: ${en}.`,
      await describeBuildError(error),
    )
  }
  done(since, fr, en)
}

function mark(folder, file, content) {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, `${content}\n`)
}
