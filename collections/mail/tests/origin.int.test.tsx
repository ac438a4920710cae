import { afterEach, beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { type MailTemplate, traced, traceNow } from '@/hooks'
import { bootPayload, makeApp, stopAll } from '@/hooks/runtime/tests/support'
import { mails } from '../collection'
import { MAILS } from '../contract'
import { mailModule } from '../index'
import { queueMail } from '../service/queueMail'
import { sendDueMails } from '../service/sendDueMails'

const template: MailTemplate = { id: 'test.origin', subject: () => 'x', view: () => <p>x</p>, example: {} }

beforeAll(() => bootPayload('mail', [mails]))
afterEach(stopAll)

it('a mail names the request it came from, and is sent in its course, hours later', async () => {
  const payload = await bootPayload('mail', [mails])
  const modules = [mailModule, { id: 'test', mails: [template] }]
  const { app } = await makeApp({ payload, modules, mailConfigured: true })
  const key = newId()
  const mail = { key, to: `${key}@example.org`, lang: 'fr', template: template.id, data: {} } as const
  await traced({ request: 'request-1' }, () => queueMail(app, mail))
  const row = await payload.db.findOne<{ id: string; origin: string }>({
    collection: MAILS,
    where: { key: { equals: key } },
  })
  expect(row?.origin).toBe('request-1')
  const courses: unknown[] = []
  const send = async ({ to }: { to: string }) => void (to === mail.to && courses.push(traceNow()))
  await traced({ job: 'mail.send' }, () => sendDueMails(app, { send, close: () => undefined }))
  expect(courses).toEqual([{ job: 'mail.send', request: 'request-1' }])
})
