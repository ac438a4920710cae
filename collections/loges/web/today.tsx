import { coordinator } from '@/core/access'
import type { WidgetContext } from '@/hooks'
import { CardList, Section } from '@/ui'
import { texts } from '../i18n'
import { readLoges } from '../service'
import { LogeCard } from './list'

/** The loges that the reader coordinates, on Aujourd'hui. */
export async function todayLoges({ app, who, lang }: WidgetContext) {
  if (!who || !coordinator(who)) return null
  const ids = who.grants.flatMap((grant) => (grant.role === 'coordinator' ? [grant.loge] : []))
  const loges = [...(await readLoges(app, ids)).values()]
  const t = texts(lang)
  return (
    <Section title={t.mine(loges.length)}>
      <CardList>
        {loges.map((loge) => (
          <LogeCard key={loge.id} loge={loge} t={t} />
        ))}
      </CardList>
    </Section>
  )
}
