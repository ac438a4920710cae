import { administrator } from '@/core/access'

/** Plugins are the administrators' (domain.md, People). */
export const extensionsAccess = administrator

export const EXTENSIONS = '/bureau/extensions'
export const DELIVERIES_PAGE = '/bureau/remises'
export const pluginHref = (id: string): string => `${EXTENSIONS}/${encodeURIComponent(id)}`
