import type { Plugin } from '@/hooks'

/** The plugins, in the order in which their listeners and filters are called. A plugin is one line here. */
export const plugins: Plugin[] = []
