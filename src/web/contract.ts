import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { WidgetPlace } from '@/hooks'

declare module '@/hooks' {
  interface Services {
    /**
     * The widgets of a place as HTML, in order, for whoever looks at them. The admin asks here: Next has copies of its
     * own of our modules, and only the running program renders. One that fails is left out and noted as a fault.
     */
    'widgets.render': {
      input: { place: WidgetPlace; who: Visitor; lang: Lang }
      output: { key: string; module: string; html: string }[]
    }
  }
}
