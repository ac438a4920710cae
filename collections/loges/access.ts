import { coordinatorOf, or, type Rule, staffFor } from '@/core/access'
import type { Loge } from './contract'

/** The coordinator of that loge edits its page; staff for loges too. */
export const mayEdit: Rule<Pick<Loge, 'id'>> = or<Pick<Loge, 'id'>>(
  coordinatorOf((loge: Pick<Loge, 'id'>) => loge.id),
  staffFor('loges') as Rule<Pick<Loge, 'id'>>,
)
