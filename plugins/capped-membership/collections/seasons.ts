import type { CollectionConfig, Field, NumberFieldSingleValidation } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staff, staffFor } from '@/core/access'
import { isCivilDate } from '@/core/dates'
import { slugify } from '@/core/text'
import { inEuros } from '@/hooks'
import { SEASONS, type SeasonState } from '../contract'
import { provisionAfterSeason, refuseLowCap } from '../service/seasonHooks'
import { both, membershipGroup, options } from './labels'
import { seasonTurnFields } from './seasonTurn'

const states: Record<SeasonState, ReturnType<typeof both>> = {
  draft: both('en préparation', 'in preparation'),
  open: both('ouverte', 'open'),
  closed: both('close', 'closed'),
}

const civil = (
  name: string,
  label: ReturnType<typeof both>,
  description: ReturnType<typeof both>,
  required: boolean,
): Field => ({
  name,
  label,
  type: 'text',
  required,
  admin: { description, placeholder: '2027-01-07', width: '50%' },
  validate: (value: unknown) =>
    (!required && (value === null || value === undefined || value === '')) ||
    isCivilDate(value) ||
    'AAAA-MM-JJ · YYYY-MM-DD',
})

const whole = (min: number, max: number) => (value: unknown) =>
  (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) || `${min} – ${max}`

/** An amount in cents, up to 10,000 euros; refused in the words of who types euros. */
const amount: NumberFieldSingleValidation = (value, { req }) =>
  (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000) ||
  (req.i18n?.language === 'en'
    ? 'Write an amount in euros, such as 5 or 7.50.'
    : 'Écrivez un montant en euros, par exemple 5 ou 7,50.')

export const seasons: CollectionConfig = {
  slug: SEASONS,
  labels: { singular: both('Saison', 'Season'), plural: both('Saisons', 'Seasons') },
  admin: {
    group: membershipGroup,
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'opensOn', 'closesOn', 'cap', 'feeCents'],
    description: both(
      'Une saison a un nombre fixe de places. Les places sont créées à l’enregistrement ; en baisser le nombre ne retire jamais une place prise.',
      'A season has a fixed number of seats. They are made when it is saved; lowering their number never takes one away from anybody.',
    ),
  },
  access: {
    read: allow(staff),
    create: allow(staffFor('settings')),
    update: allow(staffFor('settings')),
    delete: closed,
  },
  disableDuplicate: true,
  hooks: {
    beforeValidate: [
      ({ data }) => (data && !data.slug && data.name ? { ...data, slug: slugify(String(data.name)) } : data),
    ],
    beforeChange: [refuseLowCap],
    afterChange: [provisionAfterSeason],
  },
  fields: [
    {
      name: 'name',
      label: both('Nom', 'Name'),
      type: 'text',
      required: true,
      admin: { placeholder: '2027' },
    },
    {
      name: 'slug',
      label: both('Identifiant dans les adresses', 'Name in addresses'),
      type: 'text',
      required: true,
      unique: true,
      admin: { position: 'sidebar', description: both('Rempli d’après le nom.', 'Filled from the name.') },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'titleFr',
          label: both('Titre public, en français', 'Public title, in French'),
          type: 'text',
          required: true,
          admin: { width: '50%', placeholder: 'Saison 2027' },
        },
        {
          name: 'titleEn',
          label: both('Titre public, en anglais', 'Public title, in English'),
          type: 'text',
          required: true,
          admin: { width: '50%', placeholder: '2027 season' },
        },
      ],
    },
    {
      name: 'state',
      label: both('État', 'State'),
      type: 'select',
      required: true,
      defaultValue: 'draft',
      index: true,
      options: options(states),
      admin: {
        position: 'sidebar',
        description: both(
          'Ouverte : le public la voit, et peut candidater dès la date d’ouverture.',
          'Open: the public sees it, and may apply from its opening date.',
        ),
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'cap',
          label: both('Nombre de places', 'Number of seats'),
          type: 'number',
          required: true,
          defaultValue: 120,
          validate: whole(1, 5000),
          admin: { step: 1, width: '50%' },
        },
        {
          name: 'feeCents',
          label: both('Cotisation, en euros', 'Fee, in euros'),
          type: 'number',
          required: true,
          defaultValue: 500,
          validate: amount,
          custom: inEuros,
          admin: {
            step: 1,
            width: '50%',
            components: { Field: '/src/admin/shown/EurosField#EurosField' },
            description: both(
              'Les personnes déjà acceptées gardent le montant de leur acceptation.',
              'People already accepted keep the amount of their acceptance.',
            ),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        civil(
          'opensOn',
          both('Ouverture', 'Opens on'),
          both('Premier jour des candidatures.', 'First day of applications.'),
          true,
        ),
        civil(
          'closesOn',
          both('Clôture', 'Closes on'),
          both(
            'À partir de ce jour, plus de candidature. Vide : pas de date.',
            'From this day on, no applications. Empty: no date.',
          ),
          false,
        ),
      ],
    },
    ...seasonTurnFields,
    {
      name: 'staffTakesSeats',
      label: both('Les permanents prennent une place', 'Staff takes seats'),
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description: both(
          'Décoché : un permanent adhère sans prendre une des places comptées.',
          'Unticked: a member of staff joins without taking one of the counted seats.',
        ),
      },
    },
  ],
}
