import { defineTexts, plural } from '@/core/lang'

/** `/bureau/personnes`. */
export const listTexts = defineTexts(
  {
    list: {
      title: 'Personnes',
      lead: 'Qui est dans l’association, dans quelle situation et avec quels rôles.',
      search: 'Chercher un nom, une adresse électronique',
      standing: 'Situation',
      filters: 'Filtrer et trier',
      anyStanding: 'toutes',
      role: 'Rôle',
      anyRole: 'tous, ou aucun',
      sort: 'Trier par',
      sorts: {
        nom: 'nom, de A à Z',
        '-nom': 'nom, de Z à A',
        '-depuis': 'situation la plus récente',
        depuis: 'situation la plus ancienne',
      },
      count: (n: number) => plural('fr', n, { one: `${n} personne`, other: `${n} personnes` }),
      name: 'Nom',
      email: 'Adresse électronique',
      roles: 'Rôles',
      since: 'Depuis',
      empty: 'Personne ne correspond à cette recherche.',
      emptyText: 'Essayez un morceau du nom ou de l’adresse, sans vous soucier des accents.',
      emptyAct: 'Voir tout le monde',
    },
  },
  {
    list: {
      title: 'People',
      lead: 'Who is in the association, in what standing and with which roles.',
      search: 'Look for a name, an e-mail address',
      standing: 'Standing',
      filters: 'Filter and sort',
      anyStanding: 'any',
      role: 'Role',
      anyRole: 'any, or none',
      sort: 'Sort by',
      sorts: {
        nom: 'name, A to Z',
        '-nom': 'name, Z to A',
        '-depuis': 'latest standing first',
        depuis: 'oldest standing first',
      },
      count: (n) => plural('en', n, { one: `${n} person`, other: `${n} people` }),
      name: 'Name',
      email: 'E-mail address',
      roles: 'Roles',
      since: 'Since',
      empty: 'Nobody matches this search.',
      emptyText: 'Try part of the name or of the address; accents do not matter.',
      emptyAct: 'See everybody',
    },
  },
)
