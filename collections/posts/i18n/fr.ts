export const fr = {
  title: 'Actualités',
  lead: 'Ce qui se passe dans l’association.',
  empty: 'Pas encore d’actualité',
  emptyText: 'Les nouvelles de l’association paraîtront ici.',
  all: 'Toutes les actualités',
  latest: 'Dernières nouvelles',
  feed: 'Suivre par un fil Atom',
  readMore: 'Lire la suite',
  back: 'Revenir aux actualités',
  by: (name: string) => `par ${name}`,
  association: 'L’association',
  draftTitle: 'Brouillon',
  draft:
    'Vous voyez la dernière version enregistrée. Les visiteurs voient celle qui est publiée, à partir de sa date de parution.',
} as const
