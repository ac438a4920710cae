import { defineTexts } from '@/core/lang'

export const officeTexts = defineTexts(
  {
    title: 'Bureau',
    lead: 'Tout ce que vos fonctions vous ouvrent. En couleur, ce qui attend quelqu’un.',
    admin: 'Ouvrir l’administration',
    groups: {
      membership: 'Adhésions',
      people: 'Personnes',
      money: 'Argent et temps',
      life: 'Vie de l’association',
      site: 'Le site',
    },
    elsewhere: 'À faire aussi',
    none: 'Aucune page du bureau ne dépend de vos fonctions pour l’instant. Vos registres sont dans l’administration.',
  },
  {
    title: 'Office',
    lead: 'Everything your duties open. In colour, what awaits somebody.',
    admin: 'Open the administration',
    groups: {
      membership: 'Membership',
      people: 'People',
      money: 'Money and time',
      life: 'Life of the association',
      site: 'The site',
    },
    elsewhere: 'Also to do',
    none: 'No page of the office depends on your duties for now. Your registers are in the administration.',
  },
)
