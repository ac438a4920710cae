import { remember } from '@/collections/pages/service/remember'
import type { App } from '@/hooks'
import { type Loge, TOPIC } from '../contract'
import { listLoges, nameLoges } from './readLoges'

const known = remember(TOPIC, (app) => listLoges(app))
const named = remember(TOPIC, (app) => nameLoges(app))

/** Loges the public may see, by name, kept in memory until one changes: for what names them beside its own. */
export const knownLoges = (app: App): Promise<Loge[]> => known(app, '')

/** Every loge by name, whatever its state, kept likewise. */
export const namedLoges = (app: App): Promise<{ id: string; name: string }[]> => named(app, '')
