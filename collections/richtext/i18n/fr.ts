export const fr = {
  empty: 'Écrivez quelques mots.',
  /** Sous une zone de texte : ce que l’on peut y écrire. */
  markdownHint:
    'Mise en forme : **gras**, *italique*, « - » pour une liste, « > » pour citer, [texte](adresse).',
  reasons: {
    'richtext.malformed': 'Ce texte n’est pas arrivé entier. Envoyez-le de nouveau.',
    'richtext.unknown-node':
      'Ce texte contient un élément que le site ne sait pas montrer. Retirez-le, ou collez le texte sans sa mise en forme.',
    'richtext.unknown-link':
      'Un lien n’a pas une adresse acceptée : https, http, mailto, ou une page de ce site.',
    'richtext.no-pictures': 'Les images ne sont pas acceptées ici. Retirez-les du texte.',
    'richtext.too-deep': 'Trop de listes les unes dans les autres. Remontez-en une d’un niveau.',
    'richtext.too-long':
      'Ce texte est trop long : 20 000 caractères au plus. Partagez-le en plusieurs messages.',
  },
} as const
