import { formatNumber, plural, type SameShape } from '@/core/lang'
import type { fr } from './fr'

export const en: SameShape<typeof fr> = {
  footer: (site: string) => `Sent by ${site}. Reply to this message to write to the association.`,
  reasons: {
    notFailed: 'This mail has neither failed nor been kept: there is nothing to send again.',
    notConfigured: 'No mail server is configured: set SMTP_URL, restart, then ask for it to be sent.',
  },
  todo: {
    failed: (n) =>
      plural('en', n, {
        one: 'One mail the recipient’s server refused',
        other: `${formatNumber(n, 'en')} mails the recipient’s server refused`,
      }),
    kept: (n) =>
      plural('en', n, {
        one: 'One mail kept for want of a mail server',
        other: `${formatNumber(n, 'en')} mails kept for want of a mail server`,
      }),
  },
  admin: {
    preview: 'Preview',
    blank: 'The content is gone: it held a link that lets its reader in, and was blanked once sent.',
    hidden: 'This mail holds a link that lets its reader in: only administrators see it.',
    retry: 'Send this mail again',
    send: 'Send this mail',
    sendAll: 'Send them now',
    working: 'Asking…',
    failed: 'That did not work. Reload the page and try again.',
    keptOne: '1 mail is kept here: no mail server was configured.',
    keptMany: (n: string) => `${n} mails are kept here: no mail server was configured.`,
    noServer: 'No mail server is configured (SMTP_URL): mails are kept here and not sent.',
  },
}
