import type { ReactNode } from 'react'
import type { WidgetContext } from '@/hooks'
import { readCounter } from '../service/readCounter'
import { SeasonCounter } from './SeasonCounter'

/** On the home page: the season and how many seats are left; the page around it has the act. */
export async function homeBlock(ctx: WidgetContext): Promise<ReactNode> {
  const read = await readCounter(ctx.app)
  return read && <SeasonCounter read={read} lang={ctx.lang} />
}
