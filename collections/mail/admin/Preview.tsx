import type { UIFieldServerProps } from 'payload'
import { appOf } from '@/hooks'
import { texts } from '../i18n/texts'
import { AskButton } from './AskButton'
import { langOf } from './langOf'

type Shown = { html?: string; state?: string; secret?: boolean }

/**
 * The mail as its reader sees it, in a frame that may neither run scripts nor reach the admin, and the
 * button to send it when it has not left.
 */
export function Preview({ data, id, i18n }: UIFieldServerProps) {
  const { html, state, secret } = (data ?? {}) as Shown
  const t = texts(langOf(i18n)).admin
  const configured = appOf().settings.mailConfigured
  const waiting = state === 'failed' ? t.retry : state === 'kept' ? t.send : null
  // Absent: the reader may not see it. Empty: it was blanked once sent.
  const missing = html === undefined && secret ? t.hidden : html ? null : t.blank
  return (
    <div style={{ marginBlockEnd: '1.5rem' }}>
      {waiting && !configured && <p style={{ marginBlockEnd: '1rem' }}>{t.noServer}</p>}
      {waiting && configured && id !== undefined && (
        <AskButton
          path={`/api/mails/${encodeURIComponent(String(id))}/retry`}
          label={waiting}
          working={t.working}
          failed={t.failed}
        />
      )}
      {missing ? (
        <p>{missing}</p>
      ) : (
        <iframe
          sandbox=""
          srcDoc={html}
          title={t.preview}
          style={{ width: '100%', height: '32rem', border: '1px solid var(--theme-elevation-150)' }}
        />
      )}
    </div>
  )
}
