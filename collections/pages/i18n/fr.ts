export const fr = {
  draftTitle: 'Brouillon',
  draft:
    'Vous voyez la dernière version enregistrée ; les visiteurs voient celle qui est publiée, s’il y en a une.',
  updated: 'Mise à jour le',
  reasons: {
    'slug.malformed': 'Écrivez des minuscules sans accent, des chiffres et des tirets : « charte-du-forum ».',
    'slug.taken-by-program': 'Cette adresse sert déjà à une partie du site. Choisissez-en une autre.',
  },
} as const
