import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { type PluginView, pluginViews } from '@/hooks/runtime'
import { type StatusKind, StatusTag, typeset } from '@/ui'
import { type Texts, texts } from '../i18n'
import { findPlugin, type State, stateOf } from '../service/overview'

const KIND: Record<State, StatusKind> = { on: 'done', off: 'closed', waiting: 'waiting', broken: 'alert' }

export const StateTag = ({ state, t }: { state: State; t: Texts }) => (
  <StatusTag kind={KIND[state]}>{t.states[state]}</StatusTag>
)

/** Where a plugin stands and why, in one sentence. */
export function sentenceOf(app: App, view: PluginView, lang: Lang): string {
  const t = texts(lang)
  const state = stateOf(view)
  if (state === 'waiting') return typeset(t.sentence.waiting(lacksOf(app, view, lang)), lang)
  // What a program said is not set as a sentence of ours is.
  if (state === 'broken') return typeset(t.sentence.broken, lang) + (view.broken ?? '')
  return typeset(t.sentence[state], lang)
}

function lacksOf(app: App, { lacks }: PluginView, lang: Lang): string {
  const { lack, states } = texts(lang)
  const views = pluginViews(app)
  return lacks
    .map(({ plugin, range, why, found }) => {
      const name = titleOf(app, plugin, lang)
      if (why === 'missing') return lack.missing(name, range)
      if (why === 'version') return lack.version(name, range, found ?? '?')
      const other = views.get(plugin)
      return lack.notOn(name, states[other ? stateOf(other) : 'off'])
    })
    .join(' ; ')
}

/** What staff calls a plugin; the id of one that is not here. */
export const titleOf = (app: App, id: string, lang: Lang): string => findPlugin(app, id)?.title[lang] ?? id
