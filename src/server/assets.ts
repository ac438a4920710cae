import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { sendBody } from '@/web/send'

const A_YEAR = 'public, max-age=31536000, immutable'
const NAME = /^\/[\w.-]+\.(?:js|css)$/

/**
 * Stylesheets and scripts of ours, named after their content: read once, compressed once, kept by browsers for ever.
 * What is no such file is left to what comes after.
 */
export function sendAssets(folder: string): RequestHandler {
  const read = new Map<string, Buffer>()
  return async (req, res, next) => {
    if (!(req.method === 'GET' || req.method === 'HEAD') || !NAME.test(req.path)) return next()
    const body = read.get(req.path) ?? (await readFile(join(folder, req.path)).catch(() => null))
    if (body === null) return next()
    read.set(req.path, body)
    res.type(req.path.slice(req.path.lastIndexOf('.'))).set('Cache-Control', A_YEAR)
    sendBody(req, res, body)
  }
}
