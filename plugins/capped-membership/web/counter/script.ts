import { anyone } from '@/core/access'
import { type App, route } from '@/hooks'
import { bodyOf, keptReply } from './bodies'
import { defineCounter } from './element'
import { ELEMENT_STYLE } from './style'

/** The element as it is sent: the function's own source without its comments, called with what it cannot know. */
export const counterScript = (publicUrl: string): string =>
  `(${defineCounter})(${JSON.stringify(publicUrl)},${JSON.stringify(ELEMENT_STYLE)})`
    .replace(/^\s*(\/\/.*|\/\*\*.*\*\/)$/gm, '')
    .replace(/\n\s*/g, '\n')

const made = new WeakMap<App, ReturnType<typeof bodyOf>>()

export const counterScriptRoute = route({
  path: '/widgets/counter.js',
  access: anyone,
  get: async ({ app }) => {
    const body = made.get(app) ?? bodyOf(counterScript(app.settings.publicUrl))
    made.set(app, body)
    // Another version within the hour: sites name no version, and must never be left with one that is broken.
    return keptReply('text/javascript', body, 'public, max-age=3600, stale-while-revalidate=86400')
  },
})
