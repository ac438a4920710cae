import type { App } from '@/hooks'
import type { Answers } from './answers'
import type { PageCache } from './pageCache'
import type { Renderer } from './render'
import type { Streams } from './streams'

/** What the web room works with: one of each for the whole program. */
export type WebOptions = {
  app: App
  renderer: Renderer
  cache: PageCache
  streams: Streams
  answers: Answers
  secret: string
  /** Origins of other sites that our forms may lead to. */
  elsewhere: readonly string[]
  /** Cookies only over https. */
  secure: boolean
}
