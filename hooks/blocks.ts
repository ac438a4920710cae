import type { Module, PageBlock } from './module'

/** A block with the module that brings it. */
export type InstalledBlock = PageBlock & { module: string }

/**
 * The blocks of all modules, as Payload's configuration holds them (`custom`): the editor offers them and what is
 * written is held to them, whether their plugins are on or off, so that turning one off loses nobody's words.
 */
export const withBlocks = (modules: readonly Module[]): { blocks: InstalledBlock[] } => {
  const bySlug = new Map<string, InstalledBlock>()
  // A plugin that claims another's block is left out by the dispatcher, with a fault that says so.
  for (const { id, blocks = [] } of modules)
    for (const block of blocks) if (!bySlug.has(block.slug)) bySlug.set(block.slug, { ...block, module: id })
  return { blocks: [...bySlug.values()] }
}

export const installedBlocks = (config: {
  custom?: Record<string, unknown> | undefined
}): readonly InstalledBlock[] => (config.custom?.blocks ?? []) as readonly InstalledBlock[]
