export const fr = {
  siteName: 'Compagnon',
  menu: {
    today: 'Aujourd’hui',
    backToSite: 'Retour au site',
    signOut: 'Se déconnecter',
  },
  day: {
    title: 'Aujourd’hui',
    hello: (name: string) => `Bonjour ${name}`,
    awaits: 'Ce qui vous attend',
    nothing: 'Rien n’attend : tout ce qui demandait une décision a été traité.',
    unread: (what: string) => `${what} : la liste n’a pas pu être lue. Rechargez la page dans un instant.`,
    office: 'Au bureau',
    officeLead:
      'Le travail du jour se fait sur ces pages : chaque personne y est prévenue de ce qui la concerne.',
    register: 'Les registres',
    registerLead: 'Tout ce qui est gardé, à lire ou à corriger.',
  },
  account: {
    title: 'Vos réglages',
    lead: 'Votre adresse, votre mot de passe et vos connexions ouvertes se règlent sur votre compte.',
    open: 'Ouvrir mon compte',
    preferences: 'L’administration, pour vous',
    language: 'Langue de l’administration',
    theme: 'Apparence',
    auto: 'comme mon appareil',
    light: 'claire',
    dark: 'sombre',
    kept: 'Gardé sur cet appareil.',
  },
}
