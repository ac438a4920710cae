import { HOUR } from '@/core/clock'
import { ok } from '@/core/result'
import { defineModule } from '@/hooks'
import './contract'
import { forgetLimits } from './rateLimits'
import { renderWidgets } from './widgets'

/** What the web room offers others; its pages are mounted apart (src/server). */
export const webModule = defineModule({
  id: 'web',
  jobs: [{ id: 'web.forget-limits', everyMs: HOUR, run: forgetLimits }],
  services: {
    'widgets.render': async (app, { place, who, lang }) => {
      const { widgets } = await renderWidgets({ app, who, lang, now: app.clock.now() }, place)
      return ok(widgets)
    },
  },
})
