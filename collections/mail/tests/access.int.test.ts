import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { RoleGrant, Visitor } from '@/core/person'
import { bootPayload } from '@/hooks/runtime/tests/support'
import { mailModule } from '../index'

type Row = { id: string; html?: string; text?: string }

const person = (...grants: RoleGrant[]): Visitor => ({
  id: newId(),
  email: 'x@example.org',
  name: 'X',
  lang: 'fr',
  standing: 'active',
  grants,
})
const administrator = person({ role: 'administrator' })
const clerk = person({ role: 'staff', area: 'content' })
const member = person()

let open: string
let secret: string

const payload = () => bootPayload('mail', mailModule.collections)
const as = (who: Visitor) => ({
  overrideAccess: false,
  user: { collection: 'users', id: 'x', person: who } as never,
})

beforeAll(async () => {
  const db = (await payload()).db
  const make = async (isSecret: boolean) => {
    const now = new Date().toISOString()
    const data = {
      ...{ id: newId(), key: newId(), to: 'a@example.org', template: 't', lang: 'fr', subject: 's' },
      ...{ html: '<p>link-abc</p>', text: 'link-abc', secret: isSecret, state: 'kept', attempts: 0 },
      ...{ queuedAt: now, nextAt: now, messageId: '<x@y>' },
    }
    return String((await db.create({ collection: 'mails', data })).id)
  }
  open = await make(false)
  secret = await make(true)
})

describe('who reads the outbox', () => {
  it.each([
    ['a visitor', null],
    ['a member', member],
  ])('%s does not', async (_, who) => {
    await expect((await payload()).find({ collection: 'mails', ...as(who) })).rejects.toThrow()
  })

  it('staff does, but for what lets its reader in', async () => {
    const p = await payload()
    expect(await p.findByID({ collection: 'mails', id: open, ...as(clerk) })).toMatchObject({
      text: 'link-abc',
    })
    const shown = (await p.findByID({ collection: 'mails', id: secret, ...as(clerk) })) as unknown as Row
    expect([shown.html, shown.text]).toEqual([undefined, undefined])
    const listed = (await p.find({ collection: 'mails', ...as(clerk) })).docs as unknown as Row[]
    expect(listed.find((m) => m.id === secret)?.text).toBeUndefined()
  })

  it.each(['text', 'html'])('staff cannot guess it by searching %s', async (field) => {
    const p = await payload()
    await expect(
      p.find({ collection: 'mails', where: { [field]: { like: 'link-a' } }, ...as(clerk) }),
    ).rejects.toThrow()
  })

  it('administrators do', async () => {
    const p = await payload()
    expect(await p.findByID({ collection: 'mails', id: secret, ...as(administrator) })).toMatchObject({
      text: 'link-abc',
    })
  })

  it.each([
    ['staff', clerk],
    ['an administrator', administrator],
  ])('%s changes nothing by hand', async (_, who) => {
    const p = await payload()
    await expect(
      p.update({ collection: 'mails', id: open, data: { state: 'queued' }, ...as(who) }),
    ).rejects.toThrow()
    await expect(p.delete({ collection: 'mails', id: open, ...as(who) })).rejects.toThrow()
  })
})
