import { defineTexts, plural } from '@/core/lang'

export const webTexts = defineTexts(
  {
    siteName: 'Compagnon',
    form: {
      required: 'Ce champ est à remplir.',
      invalid: 'Cette réponse ne convient pas ; choisissez ou écrivez autre chose.',
      tooShort: (n: number) =>
        plural('fr', n, {
          one: 'Écrivez au moins un caractère.',
          other: `Écrivez au moins ${n} caractères.`,
        }),
      tooLong: (n: number) => `Restez en dessous de ${n} caractères.`,
      atLeast: (n: number) => `Indiquez au moins ${n}.`,
      atMost: (n: number) => `Indiquez au plus ${n}.`,
      email: 'Écrivez une adresse complète, par exemple marie@exemple.fr.',
      url: 'Écrivez une adresse complète, par exemple https://exemple.fr.',
      tooLarge: 'C’est trop volumineux : 8 Mo au plus par fichier.',
      broken: 'Le formulaire n’est pas arrivé entier. Envoyez-le de nouveau.',
      tooMany: 'Trop d’essais en peu de temps. Attendez quelques minutes, puis recommencez.',
    },
    errors: {
      notFound: {
        title: 'Page introuvable',
        text: 'Cette page n’existe pas, ou n’existe plus. L’adresse est peut-être incomplète.',
      },
      forbidden: { title: 'Accès réservé', text: 'Votre compte n’ouvre pas cette page.' },
      failed: {
        title: 'Quelque chose s’est mal passé',
        text: 'L’incident est noté. Réessayez dans un instant ; rien de ce que vous aviez enregistré n’est perdu.',
      },
      busy: {
        title: 'Un instant, s’il vous plaît',
        text: 'Le service est très demandé ou redémarre. Réessayez dans quelques secondes.',
      },
      origin: {
        title: 'Envoi refusé',
        text: 'Ce formulaire ne venait pas de notre site. Ouvrez la page ici, puis recommencez.',
      },
      tooMany: { title: 'Trop d’essais', text: 'Attendez quelques minutes, puis recommencez.' },
      reference: (id: string) => `Référence de l’incident : ${id}`,
      backHome: 'Revenir à l’accueil',
      signIn: 'Me connecter',
    },
    signInFirst: 'Connectez-vous pour ouvrir cette page.',
    nav: {
      public: 'Navigation principale',
      extranet: 'Navigation de l’extranet',
      account: 'Mon compte',
      signIn: 'Me connecter',
      signOut: 'Me déconnecter',
      extranetHome: 'Mon extranet',
      site: 'Le site',
      more: 'À savoir',
      admin: 'Administration',
      home: 'Accueil',
      groups: { own: 'Moi', membership: 'Adhésions', life: 'Vie de l’association', tools: 'Outils' },
    },
    home: {
      title: 'Une association de télétravailleurs indépendants',
      lead: 'Des places comptées, du temps échangé plutôt que facturé, des missions partagées à trois. Chacun apprend, puis transmet.',
    },
    today: {
      title: 'Aujourd’hui',
      hello: (name: string) => `Bonjour ${name}`,
      awaits: 'Ce qui vous attend',
      nothing: 'Rien ne vous attend. C’est le moment de proposer votre aide, ou d’en demander.',
      nothingAct: 'Voir l’entraide',
      see: 'Voir',
    },
    langChanged: 'Le site est maintenant en français.',
    footer: {
      about: 'Association à but non lucratif. Logiciel libre, licence AGPL.',
    },
  },
  {
    siteName: 'Compagnon',
    form: {
      required: 'Please fill this in.',
      invalid: 'That answer does not fit; please choose or write another.',
      tooShort: (n: number) =>
        plural('en', n, { one: 'Write at least one character.', other: `Write at least ${n} characters.` }),
      tooLong: (n: number) => `Keep it under ${n} characters.`,
      atLeast: (n: number) => `Give at least ${n}.`,
      atMost: (n: number) => `Give at most ${n}.`,
      email: 'Write a whole address, such as marie@example.com.',
      url: 'Write a whole address, such as https://example.com.',
      tooLarge: 'That is too large: 8 MB a file at most.',
      broken: 'The form did not arrive whole. Please send it again.',
      tooMany: 'Too many tries in a short time. Wait a few minutes, then try again.',
    },
    errors: {
      notFound: {
        title: 'Page not found',
        text: 'This page does not exist, or no longer does. The address may be incomplete.',
      },
      forbidden: { title: 'Restricted', text: 'Your account does not open this page.' },
      failed: {
        title: 'Something went wrong',
        text: 'It has been noted. Try again in a moment; nothing you had saved is lost.',
      },
      busy: {
        title: 'One moment, please',
        text: 'The service is busy or restarting. Try again in a few seconds.',
      },
      origin: {
        title: 'Not accepted',
        text: 'This form did not come from our site. Open the page here, then try again.',
      },
      tooMany: { title: 'Too many tries', text: 'Wait a few minutes, then try again.' },
      reference: (id: string) => `Incident reference: ${id}`,
      backHome: 'Back to the home page',
      signIn: 'Sign in',
    },
    signInFirst: 'Sign in to open this page.',
    nav: {
      public: 'Main navigation',
      extranet: 'Extranet navigation',
      account: 'My account',
      signIn: 'Sign in',
      signOut: 'Sign out',
      extranetHome: 'My extranet',
      site: 'The site',
      more: 'Good to know',
      admin: 'Administration',
      home: 'Home',
      groups: { own: 'Me', membership: 'Memberships', life: 'Life of the association', tools: 'Tools' },
    },
    home: {
      title: 'An association of independent teleworkers',
      lead: 'Counted seats, time exchanged rather than billed, missions shared by three. Everyone learns, then teaches.',
    },
    today: {
      title: 'Today',
      hello: (name: string) => `Hello ${name}`,
      awaits: 'What awaits you',
      nothing: 'Nothing awaits you. A good moment to offer your help, or to ask for some.',
      nothingAct: 'See mutual help',
      see: 'See',
    },
    langChanged: 'The site is now in English.',
    footer: {
      about: 'A non-profit association. Free software under the AGPL.',
    },
  },
)
