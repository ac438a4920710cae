import type { Access, Where } from 'payload'
import { personOf } from '@/collections/members/access'
import { staffFor } from '@/core/access'

const PUBLISHED: Where = { _status: { equals: 'published' } }

/** Everybody reads what is published; drafts are for those who write them. */
export const publishedOrContentStaff: Access = ({ req }) => staffFor('content')(personOf(req)) || PUBLISHED

/** Every version, what was published once and withdrawn too: for those who write. */
export const contentStaff: Access = ({ req }) => staffFor('content')(personOf(req))
