export const fr = {
  reasons: {
    'media.not-an-image':
      'Ce fichier n’est pas une image que nous savons lire. Choisissez une photo JPEG, PNG, WebP ou AVIF.',
    'media.too-heavy': 'Cette image pèse plus de 8 Mo. Réduisez-la, puis recommencez.',
    'media.too-large': 'Cette image compte plus de 40 millions de pixels. Réduisez-la, puis recommencez.',
    'media.broken':
      'Cette image est abîmée ou incomplète. Enregistrez-la de nouveau, ou choisissez-en une autre.',
  },
} as const
