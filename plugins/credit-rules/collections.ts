import type { CollectionConfig, Field } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { or, staff, staffFor } from '@/core/access'
import { isCivilDate } from '@/core/dates'
import type { Bilingual } from '@/core/lang'
import { CREDIT_RULES, RULE_EVENTS, type RuleEvent } from './contract'
import { isRuleKey } from './domain/rules'

const both = (fr: string, en: string): Bilingual => ({ fr, en })

const EVENTS: Record<RuleEvent, Bilingual> = {
  'membership.confirmed': both('une adhésion est confirmée', 'a membership is confirmed'),
}

/** The ledger's own ceiling on a movement is far above; this one catches a slip of the keyboard. */
const MAX_GRANT = 1000

const civil = (name: string, label: Bilingual, description: Bilingual): Field => ({
  name,
  label,
  type: 'text',
  admin: { description, placeholder: '2027-01-07', width: '50%' },
  validate: (value: unknown) =>
    value === null || value === undefined || value === '' || isCivilDate(value) || 'AAAA-MM-JJ · YYYY-MM-DD',
})

const manages = allow(or(staffFor('ledger'), staffFor('settings')))

export const creditRules: CollectionConfig = {
  slug: CREDIT_RULES,
  labels: { singular: both('Règle de TS', 'TS rule'), plural: both('Règles de TS', 'TS rules') },
  admin: {
    group: { fr: 'Entraide et TS', en: 'Mutual help and TS' },
    useAsTitle: 'labelFr',
    defaultColumns: ['labelFr', 'event', 'amount', 'active', 'fromOn', 'toOn'],
    description: both(
      'Ce que l’association donne, pris sur son propre compte, quand quelque chose arrive. Une règle donne une seule fois à chaque personne ; la modifier ne change rien à ce qui a été donné.',
      'What the association gives, out of its own account, when something comes to pass. A rule gives once to each person; changing it does not change what was given.',
    ),
  },
  access: { read: allow(staff), create: manages, update: manages, delete: closed },
  disableDuplicate: true,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'labelFr',
          label: both('Libellé, en français', 'Label, in French'),
          type: 'text',
          required: true,
          admin: { width: '50%' },
        },
        {
          name: 'labelEn',
          label: both('Libellé, en anglais', 'Label, in English'),
          type: 'text',
          required: true,
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'event',
      label: both('Quand', 'When'),
      type: 'select',
      required: true,
      defaultValue: 'membership.confirmed',
      index: true,
      options: RULE_EVENTS.map((value) => ({ value, label: { ...EVENTS[value] } })),
    },
    {
      name: 'amount',
      label: both('Combien, en TS', 'How much, in TS'),
      type: 'number',
      required: true,
      defaultValue: 5,
      admin: { step: 1, description: both('Un nombre entier.', 'A whole number.') },
      validate: (value: unknown) =>
        (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_GRANT) ||
        `1 – ${MAX_GRANT}`,
    },
    {
      type: 'row',
      fields: [
        civil('fromOn', both('À partir du', 'From'), both('Vide : depuis toujours.', 'Empty: since ever.')),
        civil(
          'toOn',
          both('Jusqu’à la veille du', 'Until the day before'),
          both('Vide : sans fin.', 'Empty: no end.'),
        ),
      ],
    },
    {
      name: 'active',
      label: both('En vigueur', 'In force'),
      type: 'checkbox',
      defaultValue: true,
      admin: {
        position: 'sidebar',
        description: both(
          'Pour arrêter une règle, décochez : elle reste pour expliquer ce qu’elle a donné.',
          'To end a rule, untick: it stays, to explain what it gave.',
        ),
      },
    },
    {
      name: 'key',
      label: both('Code', 'Code'),
      type: 'text',
      required: true,
      unique: true,
      // The key of what was granted derives from it: another code would grant everything again.
      access: { update: () => false },
      validate: (value: unknown) => isRuleKey(value) || 'a-z, 0-9, -',
      admin: {
        position: 'sidebar',
        description: both(
          'Inscrit au grand livre avec chaque don. Ne change plus.',
          'Written to the ledger with each grant. Does not change any more.',
        ),
      },
    },
  ],
}
