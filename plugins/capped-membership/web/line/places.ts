import type { StatusKind } from '@/ui'
import type { LineState } from '../../contract'

export const LINE = '/bureau/liste-d-attente'
export const entryHref = (id: string): string => `${LINE}/${id}`

/** How each state is marked; the word is in the texts. */
export const LINE_KIND: Record<LineState, StatusKind> = {
  waiting: 'waiting',
  invited: 'held',
  seated: 'done',
  missed: 'closed',
  withdrawn: 'closed',
  removed: 'refused',
}
