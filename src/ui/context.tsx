import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { DEFAULT_ZONE } from '@/core/dates'
import type { Lang } from '@/core/lang'

type Ui = { readonly lang: Lang; readonly now?: Date; readonly zone: string }

const UiContext = createContext<Ui>({ lang: 'fr', zone: DEFAULT_ZONE })

export type UiProviderProps = {
  lang: Lang
  /** The instant of the request, so that one page tells one time; the system's clock when absent. */
  now?: Date
  /** The association's zone. */
  zone?: string
  children: ReactNode
}

/** Stands around every page: what language it speaks, and what time it is. French when there is none. */
export function UiProvider({ lang, now, zone = DEFAULT_ZONE, children }: UiProviderProps) {
  const ui = useMemo(() => ({ lang, now, zone }), [lang, now, zone])
  return <UiContext value={ui}>{children}</UiContext>
}

export function useUi(): { lang: Lang; now: Date; zone: string } {
  const ui = useContext(UiContext)
  return { lang: ui.lang, now: ui.now ?? new Date(), zone: ui.zone }
}
