import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { capture, foreground } from './run.mjs'
import { Plain } from './say.mjs'

/*
 * Which Node runs what. Any Node from 20.9 on can install; the rest runs on the Node 24 that package-lock.json
 * brings as an optional package, or, where there is none for the machine (macOS), on the machine's own.
 */
const TO_INSTALL = [20, 9]
const TO_RUN = [22, 12]

/** @param {number[]} wanted e.g. [20, 9] */
export function isAtLeast(version, wanted) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1])
}

export function requireNodeToInstall() {
  if (isAtLeast(process.version, TO_INSTALL)) return
  throw new Plain(
    `Node ${TO_INSTALL.join('.')} ou plus récent est nécessaire ; celui-ci est ${process.version}.`,
    `Node ${TO_INSTALL.join('.')} or newer is needed; this one is ${process.version}.`,
  )
}

/** Node's binary among the installed packages, if there is one for this machine. */
export function lockedNode(folder = root, { platform, arch } = process) {
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const binary = path.join(folder, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(binary) ? binary : undefined
}

/**
 * Goes on under the locked Node: runs the same command under it, exits with its code and never returns.
 * Returns where we already are that Node, or there is none.
 */
export async function continueUnderLockedNode() {
  const binary = lockedNode()
  const already = process.env.COMPAGNON_NODE === '1' || (binary && process.execPath === binary)
  if (binary && !already && (await capture(binary, ['--version'])).code === 0) {
    const args = [...process.execArgv, ...process.argv.slice(1)]
    process.exit(await foreground(binary, args, { env: { ...process.env, COMPAGNON_NODE: '1' } }))
  }
  if (isAtLeast(process.version, TO_RUN)) return
  throw new Plain(
    `Aucun Node fourni ne tourne sur cette machine, et le sien (${process.version}) est trop ancien : installer Node ${TO_RUN.join('.')} ou plus récent.`,
    `No packaged Node runs on this machine, and its own (${process.version}) is too old: install Node ${TO_RUN.join('.')} or newer.`,
  )
}
