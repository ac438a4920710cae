import type { CollectionConfig } from 'payload'

/**
 * The groups of the menu, in order; by their French names. Groups of plugins that are not named here stand before
 * the last one.
 */
export const MENU_ORDER = [
  'Personnes',
  'Adhésions',
  'Paiements',
  'Entraide et TS',
  'Loges et missions',
  'Forum',
  'Contenu',
  'Technique',
] as const

const LAST = MENU_ORDER.length - 1

/** The French name of a collection's group; undefined where it has none. */
function groupOf({ admin }: CollectionConfig): string | undefined {
  const group = admin?.group
  if (!group) return undefined
  return typeof group === 'string' ? group : group.fr
}

function place(collection: CollectionConfig): number {
  const at = (MENU_ORDER as readonly (string | undefined)[]).indexOf(groupOf(collection))
  return at < 0 ? LAST - 0.5 : at
}

/** Sorts collections by group; within a group they keep the order of their module. */
export const inMenuOrder = (collections: CollectionConfig[]): CollectionConfig[] =>
  [...collections].sort((a, b) => place(a) - place(b))
