import { z } from 'zod'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { activeMember } from '@/core/access'
import { defineModule, raw, redirect, route } from '@/hooks'
import { readConfig } from '@/server/config'
import { openDoor } from '@/server/door'
import { start } from '@/server/start'
import { modules } from '@/src/modules'

/*
 * The program with one route more, for the bench alone: no page of ours moves TS by itself (members pay for help
 * through an exchange, in several steps). It goes through all that any form goes through: sign-in, origin, rights,
 * form, ledger, relay and projection, redirect with a message.
 */

const posted = z.object({ key: z.string().min(1).max(80), to: z.string(), amount: z.coerce.number().int() })

modules.push(
  defineModule({
    id: 'bench',
    routes: [
      route({
        path: '/bench/transfer',
        access: activeMember,
        get: async () => raw('text/plain', 'POST key, to, amount'),
        post: async (ctx) => {
          const form = await ctx.read(posted)
          if (!form.ok) return raw('text/plain', JSON.stringify(form.state.errors), { status: 422 })
          const { key, to, amount } = form.data
          const debit = `member:${ctx.who?.id}`
          const asked = { actor: debit, key, debit, credit: `member:${to}`, amount, code: 'exchange' }
          const outcome = await ledgerOf(ctx.app).transfer(asked)
          if (!outcome.ok) return raw('text/plain', outcome.reason, { status: 409 })
          return redirect('/compte', { kind: 'success', text: 'C’est fait.' })
        },
      }),
    ],
  }),
)

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const door = await openDoor(read.config)
const running = await start({ config: read.config, root: process.env.COMPAGNON_ROOT ?? '', door })
process.once('SIGTERM', () => running.stop().then(() => process.exit(0)))
