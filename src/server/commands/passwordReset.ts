import { endAllSignIns, findByEmail } from '@/collections/members/service'
import { passwordLink } from '@/collections/members/service/passwordLink'
import type { Command } from '@/hooks'
import { readArguments, readEmail } from './arguments'
import { EXIT } from './exits'
import { nobody } from './nobody'

export const passwordReset: Command = {
  name: 'password:reset',
  usage: '<email>',
  summary: {
    fr: 'ferme les connexions d’une personne et donne un lien pour choisir un nouveau mot de passe',
    en: 'ends the sign-ins of a person and prints a link to choose a new password',
  },
  async run(app, args, print, lang) {
    const email = readEmail(readArguments(args, [], lang).words[0], lang)
    const person = await findByEmail(app, email)
    const link = person && (await passwordLink(app, email))
    if (!person || link === null) throw nobody(email, lang)
    if (!link) {
      print(
        lang === 'en'
          ? 'A link was made a moment ago. Ask again in 15 seconds.'
          : 'Un lien vient d’être fait. Redemandez dans 15 secondes.',
      )
      return EXIT.failed
    }
    const ended = await endAllSignIns(app, person.id, 'command')
    print(lang === 'en' ? `✓ Sign-ins ended: ${ended}` : `✓ Connexions fermées : ${ended}`)
    print(
      lang === 'en'
        ? 'This link, valid for an hour and used once, chooses a new password:'
        : 'Ce lien, valable une heure et une seule fois, permet de choisir un nouveau mot de passe :',
    )
    print(link)
    return EXIT.done
  },
}
