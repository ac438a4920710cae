import type { Config } from 'payload'

/** Payload's own words, where its French limps or speaks of machines. */
export const vendorWords = {
  fr: {
    fields: { newLabel: 'Nouveau : {{label}}', chooseFromExisting: 'Choisir dans la liste' },
    general: {
      created: 'Créé le',
      createdAt: 'Créé le',
      createNew: 'Créer',
      createNewLabel: 'Créer : {{label}}',
      creatingNewLabel: 'Création : {{label}}',
      false: 'non',
      locale: 'Langue du contenu',
      locales: 'Langues du contenu',
      newLabel: 'Nouveau : {{label}}',
      noLabel: '—',
      noResults: 'Rien dans « {{label}} » pour l’instant, ou rien qui réponde aux filtres ci-dessus.',
      noResultsDescription: 'Rien n’a encore été enregistré ici, ou rien ne répond aux filtres ci-dessus.',
      noResultsFound: 'Rien à montrer',
      perPage: 'Par page : {{limit}}',
      save: 'Enregistrer',
      true: 'oui',
    },
  },
  en: {
    general: {
      false: 'no',
      locale: 'Content language',
      locales: 'Content languages',
      noLabel: '—',
      noResultsDescription: 'Nothing has been recorded here yet, or nothing matches the filters above.',
      noResultsFound: 'Nothing to show',
      true: 'yes',
    },
  },
} satisfies NonNullable<Config['i18n']>['translations']
