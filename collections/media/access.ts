import type { Access, Where } from 'payload'
import { personOf } from '@/collections/members/access'
import { extranet, staffFor } from '@/core/access'

const PUBLIC: Where = { visibility: { equals: 'public' } }
const LISTED: Where = { and: [PUBLIC, { kind: { equals: 'content' } }] }

/**
 * Fetching one file: whoever knows the address of a public one. Listing: anonymous visitors see public
 * pictures of pages and news, never people's portraits.
 */
export const readMedia: Access = ({ req, isReadingStaticFile }) => {
  const who = personOf(req)
  if (staffFor('content')(who)) return true
  if (isReadingStaticFile) return extranet(who) || PUBLIC
  return LISTED
}
