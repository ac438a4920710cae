import { findByEmail } from '@/collections/members/service'
import { exportPerson } from '@/collections/members/service/exportPerson'
import type { Command } from '@/hooks'
import { readArguments, readEmail } from './arguments'
import { EXIT } from './exits'
import { nobody } from './nobody'

export const exportMember: Command = {
  name: 'member:export',
  usage: '<email>',
  summary: {
    fr: 'tout ce que la maison sait d’une personne, en JSON (RGPD, articles 15 et 20)',
    en: 'all that the house knows of a person, as JSON (GDPR, articles 15 and 20)',
  },
  async run(app, args, print, lang) {
    const email = readEmail(readArguments(args, [], lang).words[0], lang)
    const person = await findByEmail(app, email)
    if (!person) throw nobody(email, lang)
    print(JSON.stringify(await exportPerson(app, person.id), null, 2))
    return EXIT.done
  },
}
