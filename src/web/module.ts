import { ok } from '@/core/result'
import { defineModule } from '@/hooks'
import './contract'
import { renderWidgets } from './widgets'

/** What the web room offers others; its pages are mounted apart (src/server). */
export const webModule = defineModule({
  id: 'web',
  services: {
    'widgets.render': async (app, { place, who, lang }) => {
      const { widgets } = await renderWidgets({ app, who, lang, now: app.clock.now() }, place)
      return ok(widgets)
    },
  },
})
