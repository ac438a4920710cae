import { defineTexts } from '@/core/lang'

/** The sentence for each refusal. */
export const reasonsTexts = defineTexts(
  {
    reasons: {
      'line.unknown': 'Cette personne n’est pas sur la liste d’attente. Revenez à la liste.',
      'line.wrong-state': 'La liste a avancé entre-temps : voici où en est cette personne.',
      'line.changed': 'Quelqu’un d’autre modifiait la liste au même moment. Relisez-la, puis recommencez.',
      'line.reason-missing': 'Écrivez le motif, même en une phrase.',
    },
  },
  {
    reasons: {
      'line.unknown': 'This person is not on the waiting list. Go back to the list.',
      'line.wrong-state': 'The list has moved on: this is where the person stands.',
      'line.changed': 'Somebody else was changing the list at that moment. Read it again, then try again.',
      'line.reason-missing': 'Write the reason, even in one sentence.',
    },
  },
)
