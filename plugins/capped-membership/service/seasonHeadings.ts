import { ok } from '@/core/result'
import type { App } from '@/hooks'
import { allSeasons } from './rows'

type Heading = { id: string; fr: string; en: string }

/** Seasons, for whoever lists payments by what they were for. */
export const seasonHeadings = async (app: App, headings: Heading[]) =>
  ok([
    ...headings,
    ...(await allSeasons(app)).map(({ id, titleFr, titleEn }) => ({ id, fr: titleFr, en: titleEn })),
  ])
