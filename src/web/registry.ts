import type { Module, Route } from '@/hooks'
import { coreRoutes, lastRoutes } from './pages'

type Routed = Pick<Module, 'id' | 'routes'>

/**
 * Every route of the house in the order in which addresses are tried: the core's own, each module's, and what takes
 * whatever is left. What is mounted is this; so is what tests ask, one route after the other.
 */
export const everyModule = (
  modules: readonly Routed[],
  { secure, development }: { secure: boolean; development: boolean },
): Routed[] => [
  { id: 'web', routes: coreRoutes({ secure }) },
  ...modules,
  { id: 'web', routes: lastRoutes(development) },
]

/** As in production, each with the module it belongs to. */
export const everyRoute = (modules: readonly Routed[]): { module: string; route: Route }[] =>
  everyModule(modules, { secure: false, development: false }).flatMap(({ id, routes }) =>
    (routes ?? []).map((route) => ({ module: id, route })),
  )
