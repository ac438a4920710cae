import type { Route } from '@/hooks'
import { lineEntryRoutes } from './entry'
import { lineListRoute } from './list'
import { ownLineRoutes } from './mine'

export const lineRoutes: Route[] = [lineListRoute, ...lineEntryRoutes, ...ownLineRoutes]
