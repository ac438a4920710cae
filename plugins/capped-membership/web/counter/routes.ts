import { counterEventsRoute } from './events'
import { counterFrameRoute } from './frame'
import { counterJsonRoute } from './json'
import { counterScriptRoute } from './script'
import { counterSvgRoute } from './svg'

/** The counter for other sites. */
export const counterRoutes = [
  counterJsonRoute,
  counterSvgRoute,
  counterFrameRoute,
  counterScriptRoute,
  counterEventsRoute,
]
