export const fr = {
  draftTitle: 'Brouillon',
  draft:
    'Vous voyez la dernière version enregistrée ; les visiteurs voient celle qui est publiée, s’il y en a une.',
  updated: 'Mise à jour le',
  needed: 'Écrivez quelques mots, en français au moins.',
  frenchFirst: 'Écrivez d’abord la version française : elle sert partout où l’anglais manque.',
  tooLong: (max: number) => `Restez en dessous de ${max} caractères.`,
  reasons: {
    'slug.malformed': 'Écrivez des minuscules sans accent, des chiffres et des tirets : « charte-du-forum ».',
    'slug.taken-by-program': 'Cette adresse sert déjà à une partie du site. Choisissez-en une autre.',
  },
} as const
