import type { Failpoint } from '../progress'

/**
 * Stops a work at a point, for good, as a kill would leave it: it stands there while somebody looks; nothing it would
 * do afterwards, not even tidying up, has been done. Then it is ended, so that it lets go of what it holds.
 * Throws where the work ends without coming by the point.
 */
export async function stoppedAt<T>(
  point: string,
  work: (at: Failpoint) => Promise<unknown>,
  look: () => Promise<T>,
): Promise<T> {
  const stopped = new Error(`stopped at ${point}`)
  const reached = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const done = work((at) => {
    if (at !== point) return undefined
    reached.resolve()
    return held.promise
  }).then(
    () => reached.reject(new Error(`it never came by ${point}`)),
    (error) => {
      if (error !== stopped) reached.reject(error)
    },
  )
  try {
    await reached.promise
    return await look()
  } finally {
    held.reject(stopped)
    held.promise.catch(() => undefined)
    await done
  }
}
