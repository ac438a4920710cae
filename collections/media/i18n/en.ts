export const en = {
  reasons: {
    'media.not-an-image': 'This file is not a picture we can read. Choose a JPEG, PNG, WebP or AVIF photo.',
    'media.too-heavy': 'This picture is over 8 MB. Make it smaller, then try again.',
    'media.too-large': 'This picture has more than 40 million pixels. Make it smaller, then try again.',
    'media.broken': 'This picture is damaged or incomplete. Save it again, or choose another.',
  },
} as const
