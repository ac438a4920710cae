import type { Access, SanitizedConfig } from 'payload'
import { allow } from '@/collections/members/access'
import { staff } from '@/core/access'

const OPERATIONS = ['create', 'read', 'update', 'delete'] as const

/**
 * Payload's own collections (locks, preferences…) are open to whoever is signed in; here only staff has the admin, so
 * only staff has them, and only as far as Payload allows.
 */
export async function closeVendorCollections(config: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const sane = await config
  for (const { slug, access } of sane.collections) {
    if (!slug.startsWith('payload-')) continue
    for (const operation of OPERATIONS) access[operation] = both(access[operation])
  }
  return sane
}

const both =
  (vendors: Access | undefined): Access =>
  (args) =>
    allow(staff)(args) ? (vendors?.(args) ?? false) : false
