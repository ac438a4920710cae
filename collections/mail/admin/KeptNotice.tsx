import type { BeforeListTableServerProps } from 'payload'
import { staff } from '@/core/access'
import { formatNumber } from '@/core/lang'
import { appOf } from '@/hooks'
import { personOf } from '../../members/access'
import { texts } from '../i18n/texts'
import { countMails } from '../service/countMails'
import { AskButton } from './AskButton'
import { langOf } from './langOf'

/** Says above the list that mails do not leave, or that some were kept and may be sent now. */
export async function KeptNotice({ user, i18n }: BeforeListTableServerProps) {
  if (!staff(personOf({ user: user ?? null }))) return null
  const app = appOf()
  const lang = langOf(i18n)
  const t = texts(lang).admin
  const kept = await countMails(app, 'kept')
  const configured = app.settings.mailConfigured
  if (kept === 0 && configured) return null
  return (
    <div style={{ marginBlockEnd: '1rem' }}>
      {!configured && <p>{t.noServer}</p>}
      {kept > 0 && <p>{kept === 1 ? t.keptOne : t.keptMany(formatNumber(kept, lang))}</p>}
      {kept > 0 && configured && (
        <AskButton path="/api/mails/release-kept" label={t.sendAll} working={t.working} failed={t.failed} />
      )}
    </div>
  )
}
