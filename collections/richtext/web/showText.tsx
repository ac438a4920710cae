import type { ReactNode } from 'react'
import type { InstalledBlock, WidgetContext } from '@/hooks'
import { installedBlocks } from '@/hooks'
import { Notice } from '@/ui'
import { renderApart } from '@/ui/renderApart'
import { shapeOf } from '../blocks'
import { readValues } from '../domain/blocks'
import { MAX_BLOCKS } from '../domain/limits'
import { texts } from '../i18n'
import { renderRichText } from './renderRichText'

export type ShownText = {
  view: ReactNode
  /** For the reply of the page (`page({ cache })`): the topics its blocks show; false when it must not be kept. */
  cache: readonly string[] | false
}

/** A page does not wait longer for one of its blocks. */
const TIMEOUT_MS = 5_000

/**
 * A text of staff with its blocks, each rendered by its module, all at once. One that fails, whose plugin is off or
 * gone, or whose values no longer fit shows nothing, and the text stands; `preview` says so to who writes it.
 */
export async function showText(
  ctx: WidgetContext,
  doc: unknown,
  { preview = false } = {},
): Promise<ShownText> {
  const placed = placedBlocks(doc)
  if (placed.length === 0) return { view: renderRichText(doc, { by: 'staff' }), cache: [] }
  const shown = await Promise.all(placed.map((block) => showBlock(ctx, block)))
  const blocks = new Map<number, ReactNode>()
  placed.forEach(({ at, slug }, i) => {
    const { html, silent, label } = shown[i] as Shown
    if (html) blocks.set(at, <Apart html={html} />)
    else if (silent && preview) blocks.set(at, <Silent ctx={ctx} label={label ?? slug} why={silent} />)
  })
  const topics = shown.map(({ topics }) => topics)
  return {
    view: renderRichText(doc, { by: 'staff', blocks }),
    cache: topics.includes(false) ? false : topics.flatMap((t) => t || []),
  }
}

type Placed = { at: number; slug: string; values: Readonly<Record<string, unknown>> }
type Why = 'off' | 'unknown' | 'failed' | 'empty'
type Shown = { html?: string; silent?: Why; label?: string; topics: readonly string[] | false }

/** What the whitelist lets in; a document written around it has as many blocks as it allows, and no more. */
function placedBlocks(doc: unknown): Placed[] {
  const children = (doc as { root?: { children?: unknown } } | null | undefined)?.root?.children
  if (!Array.isArray(children)) return []
  return children
    .flatMap((node: unknown, at): Placed[] => {
      const { type, fields } = (node ?? {}) as { type?: unknown; fields?: Record<string, unknown> | null }
      return type === 'block' && typeof fields?.blockType === 'string'
        ? [{ at, slug: fields.blockType, values: fields }]
        : []
    })
    .slice(0, MAX_BLOCKS)
}

async function showBlock(ctx: WidgetContext, { at, slug, values }: Placed): Promise<Shown> {
  const { app, lang, now } = ctx
  const block = installedBlocks(app.payload.config).find((b) => b.slug === slug)
  if (!block) return { silent: 'unknown', topics: [] }
  const label = block.labels.singular[lang]
  // Turned on again, the page is rendered anew: cached pages are of one turn of the plugins.
  if (!app.isOn(block.module)) return { silent: 'off', label, topics: [] }
  const html = await app.attempt<string, null>({
    module: block.module,
    kind: 'widget',
    name: `block ${slug}`,
    timeoutMs: TIMEOUT_MS,
    run: async () =>
      renderApart(await block.render(ctx, valuesOf(block, values)), `${slug}-${at}`, {
        lang,
        now,
        zone: app.settings.timeZone,
      }),
    otherwise: () => null,
  })
  // What failed may do better the next time it is asked.
  if (html === null) return { silent: 'failed', label, topics: false }
  const topics = block.topics ?? false
  return html === '' ? { silent: 'empty', label, topics } : { html, label, topics }
}

/** A newer version of the plugin may ask for other values than those that were written. */
function valuesOf(block: InstalledBlock, given: Placed['values']) {
  const read = readValues(shapeOf(block), given)
  if (!read.ok) throw new Error(`what stands in the page does not fit the block: ${read.reason}`)
  return read.value
}

const Apart = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by React just before
  <div className="placed" dangerouslySetInnerHTML={{ __html: html }} />
)

function Silent({ ctx, label, why }: { ctx: WidgetContext; label: string; why: Why }) {
  const t = texts(ctx.lang)
  return <Notice title={t.blockTitle(label)}>{t.blockSilent[why]}</Notice>
}
