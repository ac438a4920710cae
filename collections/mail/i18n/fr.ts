import { formatNumber, plural } from '@/core/lang'

export const fr = {
  footer: (site: string) => `Message envoyé par ${site}. Pour écrire à l’association, répondez-y.`,
  reasons: {
    notFailed: 'Ce courrier n’est ni en échec ni en attente : il n’y a rien à renvoyer.',
    notConfigured:
      'Aucun serveur d’envoi n’est configuré : renseignez SMTP_URL, redémarrez, puis demandez l’envoi.',
  },
  todo: {
    failed: (n: number) =>
      plural('fr', n, {
        one: 'Un courrier refusé par le serveur du destinataire',
        other: `${formatNumber(n, 'fr')} courriers refusés par le serveur du destinataire`,
      }),
    kept: (n: number) =>
      plural('fr', n, {
        one: 'Un courrier gardé, faute de serveur d’envoi',
        other: `${formatNumber(n, 'fr')} courriers gardés, faute de serveur d’envoi`,
      }),
  },
  admin: {
    preview: 'Aperçu',
    blank: 'Le contenu n’est plus là : il portait un lien d’accès, effacé après l’envoi.',
    hidden: 'Ce courrier porte un lien d’accès : seuls les administrateurs le voient.',
    retry: 'Renvoyer ce courrier',
    send: 'Envoyer ce courrier',
    sendAll: 'Les envoyer maintenant',
    working: 'Demande en cours…',
    failed: 'La demande n’a pas abouti. Rechargez la page et réessayez.',
    keptOne: '1 courrier est gardé ici : aucun serveur d’envoi n’était configuré.',
    keptMany: (n: string) => `${n} courriers sont gardés ici : aucun serveur d’envoi n’était configuré.`,
    noServer:
      'Aucun serveur d’envoi n’est configuré (SMTP_URL) : les courriers sont gardés ici et ne partent pas.',
  },
}
