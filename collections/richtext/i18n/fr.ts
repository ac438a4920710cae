export const fr = {
  empty: 'Écrivez quelques mots.',
  /** Aperçu : à la place d’un bloc que les visiteurs ne voient pas. */
  blockTitle: (block: string) => `Bloc « ${block} »`,
  blockSilent: {
    off: 'Les visiteurs ne voient rien ici : l’extension de ce bloc est éteinte.',
    unknown: 'Les visiteurs ne voient rien ici : l’extension de ce bloc n’est plus installée.',
    failed:
      'Les visiteurs ne voient rien ici : ce bloc n’a pas pu être préparé. La page Extensions dit pourquoi.',
    empty: 'Les visiteurs ne voient rien ici pour l’instant : ce bloc n’a rien à montrer.',
  },
  /** Sous une zone de texte : ce que l’on peut y écrire. */
  markdownHint:
    'Mise en forme : **gras**, *italique*, « - » pour une liste, « > » pour citer, [texte](adresse).',
  /** À côté de la zone de texte : le bouton qui ouvre l’éditeur. */
  openEditor: 'Mise en forme',
  reasons: {
    'richtext.malformed': 'Ce texte n’est pas arrivé entier. Envoyez-le de nouveau.',
    'richtext.unknown-node':
      'Ce texte contient un élément que le site ne sait pas montrer. Retirez-le, ou collez le texte sans sa mise en forme.',
    'richtext.unknown-link':
      'Un lien n’a pas une adresse acceptée : https, http, mailto, ou une page de ce site.',
    'richtext.no-pictures': 'Les images ne sont pas acceptées ici. Retirez-les du texte.',
    'richtext.block-value':
      'Un bloc contient une valeur qu’il n’accepte pas. Corrigez-la, ou retirez le bloc.',
    'richtext.block-incomplete': 'Un bloc attend encore une réponse. Complétez-le, ou retirez-le.',
    'richtext.too-many-blocks': 'Trop de blocs : 30 au plus par texte. Retirez-en, ou partagez la page.',
    'richtext.too-deep': 'Trop de listes les unes dans les autres. Remontez-en une d’un niveau.',
    'richtext.too-long':
      'Ce texte est trop long : 20 000 caractères au plus. Partagez-le en plusieurs messages.',
  },
} as const
