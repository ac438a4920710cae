import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { or, staffFor } from '@/core/access'
import { decidingFields } from '@/hooks'
import { SEATS } from '../contract'
import type { SeatState } from '../domain/seats'
import { both, dayAndTime, membershipGroup, options } from './labels'

const states: Record<SeatState, ReturnType<typeof both>> = {
  free: both('libre', 'free'),
  held: both('gardée', 'held'),
  confirmed: both('prise', 'taken'),
  retired: both('retirée', 'retired'),
}

/** One row a seat, made beforehand; taken by a conditional write, its unique occupant lets nobody hold two. */
export const seats: CollectionConfig = {
  slug: SEATS,
  labels: { singular: both('Place', 'Seat'), plural: both('Places', 'Seats') },
  custom: { deciding: true },
  defaultSort: 'number',
  admin: {
    group: membershipGroup,
    useAsTitle: 'number',
    defaultColumns: ['number', 'state', 'person', 'heldUntil', 'season'],
    listSearchableFields: ['person'],
    description: both(
      'Une ligne par place. Elles se prennent et se libèrent d’elles-mêmes : acceptation, paiement, délai dépassé.',
      'One line a seat. They are taken and freed by themselves: acceptance, payment, time run out.',
    ),
  },
  access: {
    read: allow(or(staffFor('applications'), staffFor('payments'))),
    create: closed,
    update: closed,
    delete: closed,
  },
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['season', 'state'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'season', label: both('Saison', 'Season'), type: 'text', required: true },
    { name: 'number', label: both('Numéro', 'Number'), type: 'number', required: true },
    { name: 'state', label: both('État', 'State'), type: 'select', required: true, options: options(states) },
    { name: 'occupant', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'person', label: both('Personne', 'Person'), type: 'text', index: true },
    {
      name: 'heldUntil',
      label: both('Gardée jusqu’au', 'Held until'),
      type: 'date',
      index: true,
      admin: dayAndTime,
    },
    { name: 'takenAt', label: both('Depuis', 'Since'), type: 'date', admin: dayAndTime },
    {
      name: 'securedUntil',
      label: both('Cotisation en cours d’écriture jusqu’au', 'Fee being recorded until'),
      type: 'date',
      admin: dayAndTime,
    },
    ...decidingFields(),
  ],
}
