import { activeMember, staff } from '@/core/access'
import type { RouteContext, TodayItem } from '@/hooks'
import { texts } from '../i18n'

/** Members who have not introduced themselves are invited to, after all that awaits somebody else. */
export async function today({ who, lang }: RouteContext): Promise<TodayItem[]> {
  if (!who || !activeMember(who) || staff(who) || who.introduced !== false) return []
  const t = texts(lang).profile
  return [{ order: 900, sentence: t.introduce, action: { label: t.introduceAct, href: '/moi/profil' } }]
}
