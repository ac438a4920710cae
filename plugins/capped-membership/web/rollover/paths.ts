import { seasonHref } from '../officeAccess'

/** Where one season is followed by the next. */
export const rolloverHref = (season: string): string => `${seasonHref(season)}/suivante`
