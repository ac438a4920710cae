import { SECOND } from '@/core/clock'
import { defineModule } from '@/hooks'
import { mails } from './collection'
import { MAILS } from './contract'
import { mailReasons } from './reasons'
import { exportMails } from './service/exportMails'
import { mailerInUse } from './service/mailer'
import { writeMail } from './service/queueMail'
import { sendDueMails } from './service/sendDueMails'
import { mailTodo } from './todo'

export const mailModule = defineModule({
  id: 'mail',
  collections: [mails],
  services: { 'mail.queue': writeMail },
  jobs: [
    {
      id: 'mail.send',
      everyMs: 10 * SECOND,
      nudgedBy: [MAILS],
      run: async (app, cut) => {
        await sendDueMails(app, mailerInUse(), cut)
      },
    },
  ],
  todo: mailTodo,
  reasons: mailReasons,
  exportOf: exportMails,
})
