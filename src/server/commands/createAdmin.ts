import { createMember, findByEmail, grantRole } from '@/collections/members/service'
import { passwordLink } from '@/collections/members/service/passwordLink'
import { BadArguments, type Command } from '@/hooks'
import { explain } from '@/web/context'
import { readArguments, readEmail } from './arguments'
import { EXIT } from './exits'

const EXISTING = '--existing'
const ACTOR = 'command'

export const createAdmin: Command = {
  name: 'admin:create',
  usage: `<email> <name> [${EXISTING}]`,
  summary: {
    fr: `crée un administrateur et donne un lien pour choisir son mot de passe ; ${EXISTING} : donne ce rôle à quelqu’un qui a déjà un compte`,
    en: `makes an administrator and prints a link to choose a password; ${EXISTING}: gives that role to somebody who has an account`,
  },
  async run(app, args, print, lang) {
    const { words, has } = readArguments(args, [EXISTING], lang)
    const email = readEmail(words[0], lang)
    const name = words.slice(1).join(' ').trim()
    const there = await findByEmail(app, email)
    if (!there && !name) throw new BadArguments(lang === 'en' ? 'A name is expected.' : 'Un nom est attendu.')
    if (there && !has(EXISTING)) {
      print(
        lang === 'en'
          ? `${email} has an account already. To give them the role: add ${EXISTING}`
          : `${email} a déjà un compte. Pour lui donner ce rôle : ajoutez ${EXISTING}`,
      )
      return EXIT.failed
    }
    const made = there
      ? ({ ok: true, value: there } as const)
      : await createMember(app, { email, name, lang, standing: 'prospect' })
    const granted = made.ok
      ? await grantRole(app, { person: made.value.id, grant: { role: 'administrator' }, actor: ACTOR })
      : made
    if (!granted.ok) {
      print(explain(app, granted, lang))
      return EXIT.failed
    }
    print(lang === 'en' ? `✓ ${email} administers the house.` : `✓ ${email} administre la maison.`)
    if (there) return EXIT.done
    const link = await passwordLink(app, email, { welcome: true })
    print(
      lang === 'en'
        ? 'This link, valid for a week and used once, chooses the password:'
        : 'Ce lien, valable une semaine et une seule fois, permet de choisir le mot de passe :',
    )
    if (link) print(link)
    return link ? EXIT.done : EXIT.failed
  },
}
