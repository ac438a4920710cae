import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token of a draft's link: its id and a proof that only this program can make, so that nothing that opens it lies
 * in the database, and the mail may be made again after a crash.
 */
export const tokenOf = (draft: string, secret: string): string => `${draft}.${proof(draft, secret)}`

/** The draft a token leads to; null for one that we did not make. */
export function draftOfToken(token: string, secret: string): string | null {
  const cut = token.lastIndexOf('.')
  if (cut < 1) return null
  const draft = token.slice(0, cut)
  const [given, made] = [Buffer.from(token.slice(cut + 1)), Buffer.from(proof(draft, secret))]
  return given.length === made.length && timingSafeEqual(given, made) ? draft : null
}

const proof = (draft: string, secret: string): string =>
  createHmac('sha256', secret).update(`application-draft:${draft}`).digest('base64url')
