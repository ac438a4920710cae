'use client'
import { BlocksFeatureClient } from '@payloadcms/richtext-lexical/client'

type Provider = ReturnType<typeof BlocksFeatureClient>
type Offering = Parameters<typeof BlocksFeatureClient>[0] & { off?: readonly string[] }
type Feature = Extract<Provider['feature'], (props: never) => unknown>

/**
 * The editor's blocks, without those whose plugin is off: they are left out of the menus alone, so that one that
 * stands in the text already still opens.
 */
export const OfferedBlocks = (props: Offering): Provider => {
  const provider = BlocksFeatureClient(props)
  const { feature } = provider
  if (typeof feature !== 'function') return provider
  const offered: Feature = (args) =>
    feature({ ...args, featureClientSchemaMap: without(args.featureClientSchemaMap, props.off ?? []) })
  return { ...provider, feature: offered }
}

type SchemaMap = Parameters<Feature>[0]['featureClientSchemaMap']

function without(schemas: SchemaMap, off: readonly string[]): SchemaMap {
  const { blocks = {} } = schemas
  const kept = Object.entries(blocks).filter(([path]) => !off.some((slug) => path.endsWith(`.${slug}`)))
  return { ...schemas, blocks: Object.fromEntries(kept) }
}
