import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import type { RunningApp } from '@/hooks/runtime/index'

export type PluginState = {
  id: string
  version: string
  title: string
  state: 'on' | 'off' | 'stuck'
  says: string
}

/** What stands of each plugin here: on, off, or wanted and yet not in force, and why. */
export const pluginStates = (app: App, lang: Lang): PluginState[] =>
  [...(app as RunningApp).plugins.views.values()].map(({ plugin, wanted, inForce, lacks, broken }) => {
    const state = inForce ? 'on' : wanted ? 'stuck' : 'off'
    const needs = lacks.map(({ plugin: id, range }) => `${id} ${range}`).join(', ')
    const why = broken ?? (lang === 'en' ? `needs ${needs}` : `il lui faut ${needs}`)
    const words = lang === 'en' ? { on: 'on', off: 'off' } : { on: 'active', off: 'arrêtée' }
    const says = state === 'stuck' ? `✗ ${why}` : words[state]
    return { id: plugin.id, version: plugin.version, title: plugin.title[lang], state, says }
  })
