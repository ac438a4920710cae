/** Pages that no link leads to, and their address. */
export const BY_HAND: Readonly<Record<string, string>> = {
  // What a mail leads to: the page is the same for any token, which is looked at when the form is sent.
  '/mot-de-passe/:token': '/mot-de-passe/un-lien-recu',
  '/premier-compte/:token': '/premier-compte/un-lien-recu',
  '/adresse/:token': '/adresse/un-lien-recu',
}

/** Answers for which the demo has no case: what asks for them instead. None is a page of its own. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  '/paiement/retour/:id': 'leads on to what was paid: tests/journeys/payments.journey.test.ts',
  '/bureau/paiements/remboursements/:id/reessayer': 'leads to the payments: plugins/payments/tests',
  '/bureau/paiements/rapprochement.csv':
    'a table of what Stripe says, which has no key here: plugins/payments/tests',
}
