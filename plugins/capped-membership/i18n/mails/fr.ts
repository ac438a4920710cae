import { renewalFr } from '../renewal/fr'

export const mailsFr = {
  mails: {
    renewal: renewalFr.mails,
    hello: (name: string) => `Bonjour ${name},`,
    bye: 'Bien à vous,',
    signature: 'L’équipe de l’association',
    reply: 'Vous pouvez répondre à ce courriel, une personne vous lira.',
    myFile: 'Suivre ma candidature',
    received: {
      subject: 'Votre candidature nous est bien parvenue',
      text: 'Merci d’avoir pris le temps de vous présenter. Nous lisons votre candidature. L’entretien se choisit sur la page de votre candidature ; s’il n’y a pas de créneau, nous vous écrirons.',
      password:
        'Pour suivre votre candidature, choisissez d’abord un mot de passe : demandez le lien sur la page ci-dessous, avec cette adresse.',
      passwordAct: 'Choisir mon mot de passe',
    },
    known: {
      subject: 'Nous connaissons déjà votre adresse',
      text: 'Une candidature vient d’être déposée avec votre adresse, qui nous est déjà connue. Rien n’a été modifié.',
      act: 'Pour retrouver votre dossier, connectez-vous. Si vous avez oublié votre mot de passe, la page de connexion vous aidera.',
      notYou: 'Si ce n’était pas vous, il n’y a rien à faire.',
    },
    planned: {
      subject: 'Votre entretien',
      text: (when: string) => `Nous serons heureux de vous rencontrer le ${when} (heure de Paris).`,
      place: (place: string) => `Où : ${place}`,
    },
    accepted: {
      subject: 'Votre candidature est acceptée',
      text: 'Bonne nouvelle : nous serions heureux de vous compter parmi nous.',
      due: (amount: string, until: string) =>
        `Une place vous est gardée jusqu’au ${until} inclus. Il reste à régler votre cotisation de ${amount}.`,
    },
    refused: {
      subject: 'Votre candidature',
      text: 'Merci pour le temps et la confiance que vous nous avez accordés. Nous ne donnons pas suite à votre candidature cette fois-ci.',
      wish: 'Nous vous souhaitons de belles rencontres pour la suite.',
    },
    expired: {
      subject: 'Votre place a été libérée',
      text: 'Le délai pour régler votre cotisation est passé, et la place qui vous était gardée est redevenue libre.',
      back: 'Rien n’est perdu : sur votre page, reprenez rang en un clic. S’il reste une place, elle vous sera gardée aussitôt. Écrivez-nous si quelque chose vous retient.',
    },
    welcome: {
      subject: 'Bienvenue parmi nous',
      text: (season: string) => `Votre adhésion est confirmée (${season}).`,
      seat: (seat: number) => `Votre place porte le numéro ${seat}.`,
      next: 'L’extranet vous est ouvert : présentez-vous dans votre profil, puis demandez une première aide avec vos TS de bienvenue.',
      act: 'Ouvrir mon extranet',
    },
  },
}
