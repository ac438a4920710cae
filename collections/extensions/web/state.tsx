import type { PluginView } from '@/hooks/runtime'
import { type StatusKind, StatusTag } from '@/ui'
import type { Texts } from '../i18n'
import { type State, stateOf } from '../service/overview'

const KIND: Record<State, StatusKind> = { on: 'done', off: 'closed', waiting: 'waiting', broken: 'alert' }

export const StateTag = ({ state, t }: { state: State; t: Texts }) => (
  <StatusTag kind={KIND[state]}>{t.states[state]}</StatusTag>
)

/** Where a plugin stands and why, in one sentence. */
export function sentenceOf(view: PluginView, t: Texts): string {
  const state = stateOf(view)
  if (state === 'waiting') return t.sentence.waiting(lacksOf(view, t))
  if (state === 'broken') return t.sentence.broken(view.broken ?? '')
  return t.sentence[state]
}

export const lacksOf = ({ lacks }: PluginView, t: Texts): string =>
  lacks
    .map(({ plugin, range, why, found }) =>
      why === 'missing'
        ? t.lack.missing(plugin, range)
        : why === 'version'
          ? t.lack.version(plugin, range, found ?? '?')
          : t.lack.off(plugin),
    )
    .join(' ; ')
