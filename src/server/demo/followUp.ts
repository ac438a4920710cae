import { addDays } from '@/core/dates'
import { unwrap } from '@/core/result'
import { writeNote } from '@/plugins/follow-up/service/writeNote'
import type { Calendar } from './calendar'
import type { Act } from './timeline'
import { staffOf } from './world'

/** A few calls that staff made, one to make again today, one that is late, one to come. */
export function followUpActs({ ago, today }: Calendar): Act[] {
  const call = (at: Date, key: string, channel: string, said: string, nextOn?: string): Act => ({
    at,
    run: async (world) =>
      unwrap(
        await writeNote(world.app, {
          person: world.people.get(key).id,
          by: staffOf(world),
          channel,
          said,
          formKey: `demo:${key}:${said.length}`,
          ...(nextOn ? { nextOn } : {}),
        }),
      ),
  })
  return [
    call(
      ago(9, 16),
      'gaspard',
      'phone',
      'Il hésite à cause de ses horaires. Je lui explique l’entraide en décalé.',
    ),
    call(
      ago(5, 11),
      'gaspard',
      'phone',
      'Toujours partant ; le chèque part cette semaine.',
      addDays(today, -1),
    ),
    call(ago(2, 17), 'wassila', 'message', 'Demande si elle peut régler en espèces à la rencontre.', today),
    call(
      ago(1, 10),
      'salome',
      'visit',
      'Passée au local déposer ses références. Très motivée.',
      addDays(today, 4),
    ),
  ]
}
