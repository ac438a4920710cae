import type { Payload, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import { LEASES, REVISIONS } from '@/hooks/runtime/collections'

/** A row as a backup holds it: what Payload's adapters read and write, on either database. */
export type Row = Record<string, unknown>

/** One kind of rows, under the name that is its folder in the file. */
export type Section =
  | { readonly name: string; readonly kind: 'rows'; readonly config: SanitizedCollectionConfig }
  | { readonly name: string; readonly kind: 'versions'; readonly config: SanitizedCollectionConfig }
  | { readonly name: string; readonly kind: 'global'; readonly config: SanitizedGlobalConfig }
  | { readonly name: string; readonly kind: 'globalVersions'; readonly config: SanitizedGlobalConfig }

/** What a backup leaves out, and why: of no use to a database that begins again. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  // A sign-in ended since the backup (a lost telephone) must not come to life again.
  'sign-ins': 'everybody signs in again after a restore',
  [LEASES]: 'who was at work, in processes that are gone',
  [REVISIONS]: 'what running processes keep in memory',
  'payload-kv': 'a cache of Payload’s',
  'payload-locked-documents': 'who was editing what',
  'payload-migrations': 'the schema of the database the rows came from; the manifest names it',
}

/** Everything there is to save, in an order that does not change. */
export function sectionsOf(payload: Payload): Section[] {
  const sections: Section[] = []
  for (const config of payload.config.collections) {
    if (config.slug in LEFT_OUT) continue
    sections.push({ name: config.slug, kind: 'rows', config })
    if (config.versions) sections.push({ name: `${config.slug}.versions`, kind: 'versions', config })
  }
  for (const config of payload.config.globals) {
    sections.push({ name: `global.${config.slug}`, kind: 'global', config })
    if (config.versions)
      sections.push({ name: `global.${config.slug}.versions`, kind: 'globalVersions', config })
  }
  return sections
}

/**
 * Do the section's rows bear ids of ours, the same on both databases? Versions, globals and Payload's own collections
 * are numbered by the database itself, and nothing refers to those numbers: a restore gives new ones.
 */
export const hasOwnIds = (payload: Payload, section: Section): boolean =>
  section.kind === 'rows' && payload.collections[section.config.slug]?.customIDType === 'text'

/** What a database adds to a row for itself. */
const BOOKKEEPING = ['_id', '__v', 'globalType'] as const

/** A row as it goes into the file: without what one database alone knows it by. */
export function portable(payload: Payload, section: Section, row: Row): Row {
  const kept = { ...row }
  for (const name of BOOKKEEPING) delete kept[name]
  if (!hasOwnIds(payload, section)) delete kept.id
  if (section.kind === 'versions' || section.kind === 'globalVersions') {
    const { id: _, ...version } = (kept.version ?? {}) as Row
    kept.version = version
    // "Not the latest" is false on one database and absent on the other.
    if (kept.latest !== true) delete kept.latest
  }
  return kept
}
