import type { DashboardViewServerProps } from '@payloadcms/next/views'
import { getTranslation, type I18nClient } from '@payloadcms/translations'

type Props = { groups: DashboardViewServerProps['navGroups']; i18n: DashboardViewServerProps['i18n'] }

/** Everything the asker may read, in the groups of the menu. */
export function Registers({ groups = [], i18n }: Props) {
  const say = (label: Parameters<typeof getTranslation>[0]) => getTranslation(label, i18n as I18nClient)
  return (
    <div className="day__groups">
      {groups.map((group) => (
        <section key={group.label}>
          <h3>{group.label}</h3>
          <ul>
            {group.entities.map(({ slug, type, label }) => (
              <li key={slug}>
                <a href={`/admin/${type}/${slug}`}>{say(label)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
