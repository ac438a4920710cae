import { type App, exportRows } from '@/hooks'
import { MAILS } from '../contract'

/** Mails to a person; what let its reader in was blanked when it was sent, and is left out before. */
export async function exportMails(app: App, person: string): Promise<Record<string, unknown>> {
  const mails = await exportRows(app, MAILS, { person: { equals: person } }, { secret: ['html', 'error'] })
  return {
    mails: mails.map(({ text, attachments, ...mail }) =>
      mail.secret ? mail : { ...mail, text, ...(attachments ? { attachments } : {}) },
    ),
  }
}
