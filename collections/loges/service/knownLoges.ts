import { remember } from '@/collections/pages/service/remember'
import type { App } from '@/hooks'
import { type Loge, TOPIC } from '../contract'
import { listLoges } from './readLoges'

const known = remember(TOPIC, (app) => listLoges(app))

/** Loges the public may see, by name, kept in memory until one changes: for what names them beside its own. */
export const knownLoges = (app: App): Promise<Loge[]> => known(app, '')
