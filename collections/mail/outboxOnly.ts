import type { EmailAdapter } from 'payload'

/**
 * Payload sends no mail by itself here: ours go through the outbox (queueMail). What tries to all the same is a
 * bug, and fails loudly rather than being printed to a console.
 */
export const outboxOnly: EmailAdapter = () => ({
  name: 'outbox',
  defaultFromAddress: 'compagnon@localhost',
  defaultFromName: 'Compagnon',
  sendEmail: () => Promise.reject(new Error('mails go through the outbox: queueMail')),
})
