import type { DashboardViewServerProps } from '@payloadcms/next/views'
import { appOf } from '@/hooks'
import { typeset } from '@/ui/typography'
import { texts } from '../i18n'
import { adminLang } from '../lang'
import { personOf } from '../person'
import { Awaiting } from './Awaiting'
import { Registers } from './Registers'
import { readOffice } from './readOffice'
import { readTodo } from './readTodo'
import { readWidgets, Widgets } from './Widgets'

/** The first screen of staff: what awaits today, what plugins show, then the doors to everything else. */
export async function Dashboard({ i18n, initPageResult, navGroups = [] }: DashboardViewServerProps) {
  const { req } = initPageResult
  const app = appOf()
  const lang = adminLang(i18n)
  const who = personOf(req)
  const t = texts(lang).day
  const [day, widgets] = await Promise.all([readTodo(app, who, lang), readWidgets(app, who, lang)])
  const office = readOffice(app, who, lang)
  return (
    <div className="gutter--left gutter--right day">
      <header className="day__head">
        <p className="day__kicker">{t.title}</p>
        <h1>{t.hello(who?.name.split(' ')[0] ?? '')}</h1>
      </header>
      <div className="day__now">
        <section aria-labelledby="day-awaits">
          <h2 id="day-awaits">{t.awaits}</h2>
          <Awaiting day={day} lang={lang} />
        </section>
        {widgets.length > 0 && (
          <div className="day__cards">
            <Widgets widgets={widgets} />
          </div>
        )}
      </div>
      {office.length > 0 && (
        <section aria-labelledby="day-office">
          <h2 id="day-office">{t.office}</h2>
          <p className="day__lead">{typeset(t.officeLead, lang)}</p>
          <ul className="day__office">
            {office.map((page) => (
              <li key={page.href}>
                <a href={page.href}>{typeset(page.label, lang)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="day-register">
        <h2 id="day-register">{t.register}</h2>
        <p className="day__lead">{typeset(t.registerLead, lang)}</p>
        <Registers groups={navGroups} i18n={i18n} />
      </section>
    </div>
  )
}
