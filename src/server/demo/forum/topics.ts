/** What members wrote to one another. Days are counted back from today; text is light Markdown. */
export type DemoTopic = {
  readonly category: string
  readonly by: string
  readonly title: string
  readonly text: string
  readonly opened: number
  readonly replies: readonly (readonly [day: number, by: string, text: string])[]
  readonly moderated?: { act: 'pin' | 'lock'; on: number } | { act: 'hide'; on: number; reason: string }
  /** The n-th reply (from 0) that staff hid. */
  readonly hiddenReply?: { n: number; on: number; reason: string }
}

export const categories = [
  {
    key: 'association',
    fr: ['La vie de l’association', 'Annonces, permanences, charte, décisions à prendre ensemble.'],
    en: ['The association', 'Notices, office hours, the charter, what we decide together.'],
  },
  {
    key: 'metiers',
    fr: ['Métiers et outils', 'Ce que l’on sait, ce que l’on cherche à savoir, ce qui tombe en panne.'],
    en: ['Trades and tools', 'What we know, what we wish to know, what breaks down.'],
  },
  {
    key: 'missions',
    fr: ['Missions et devis', 'Répondre à plusieurs, fixer un prix, écrire une proposition.'],
    en: ['Missions and quotes', 'Answering together, setting a price, writing a proposal.'],
  },
  {
    key: 'cuisine',
    fr: ['Autour de la cafetière', 'Le reste : lectures, jardins, covoiturages, nouvelles de chacun.'],
    en: ['By the coffee pot', 'The rest: reading, gardens, lifts, how everyone is.'],
  },
] as const

export const topics: readonly DemoTopic[] = [
  {
    category: 'association',
    by: 'accueil',
    title: 'Bienvenue, et comment ce forum fonctionne',
    text: `Ce forum est à vous. Trois usages suffisent :

- un sujet par question, avec un titre que l’on comprend sans l’ouvrir ;
- on répond à ce qui est écrit, pas à la personne ;
- les coordonnées des clients restent hors du forum.

Pour demander un coup de main précis, passez par **Entraide** : les TS y sont tenus et chacun sait où il en est.`,
    opened: 80,
    replies: [
      [79, 'maelle', 'Merci Régis. Est-ce que l’on peut citer un message pour y répondre ?'],
      [79, 'accueil', 'Oui, en commençant la ligne par un chevron :\n\n> comme ceci'],
    ],
    moderated: { act: 'pin', on: 80 },
  },
  {
    category: 'association',
    by: 'bureau',
    title: 'Groupe de travail sur la charte : vos dates',
    text: `Nous avons promis d’écrire la charte ensemble. Je propose deux soirées en visio, **un mardi et un jeudi**, d’une heure et demie chacune.

Venez avec un cas vécu plutôt qu’avec un principe : ce sont les cas qui font les bonnes règles.`,
    opened: 34,
    replies: [
      [
        34,
        'florian',
        'Présent les deux soirs. Je peux préparer une page sur ce qui relève de la loi et ce qui relève de nous.',
      ],
      [
        33,
        'priscilla',
        'Le mardi à 18 h chez vous, c’est 21 h chez moi, parfait. J’apporte un cas : l’aide donnée mais jamais évaluée.',
      ],
      [
        32,
        'mamadou',
        'Je viens. Merci d’envoyer les documents avant, dans un format lisible par mon lecteur d’écran.',
      ],
      [31, 'bureau', 'Noté : les textes partiront le vendredi, en pages simples. Nous sommes onze inscrits.'],
    ],
  },
  {
    category: 'association',
    by: 'nadege',
    title: 'Rencontre de la loge d’Apt au marché',
    text: 'Samedi, de 9 h à midi, nous aurons une table entre le fromager et les paniers. Qui vient dire bonjour aux passants avec moi ? Une heure suffit.',
    opened: 12,
    replies: [
      [12, 'yanis', 'J’y serai à 10 h, avec une affiche « apportez votre téléphone qui rame ».'],
      [11, 'colette', 'J’apporte ma boîte d’aiguilles : un bouton recousu vaut tous les discours.'],
      [10, 'aissatou', 'Je prends le créneau de 9 h et je dépose les tracts à la librairie.'],
      [8, 'nadege', 'Quarante-deux conversations et quatre demandes. Merci à tous les trois !'],
    ],
  },
  {
    category: 'metiers',
    by: 'aissatou',
    title: 'Facture électronique : qui a déjà essayé une plateforme ?',
    text: 'Mes clients artisans me demandent quoi choisir. Je cherche des retours d’expérience, pas des publicités : prix réel, temps passé, et ce qui se passe quand on veut partir.',
    opened: 41,
    replies: [
      [41, 'chantal', 'Je teste depuis deux mois pour le club. Facile pour envoyer, pénible pour corriger.'],
      [
        40,
        'selim',
        'Regardez si l’on peut exporter tout en un seul fichier. Si la réponse est longue, c’est non.',
      ],
      [
        39,
        'joachim',
        'En association nous avons gardé un logiciel libre et pris la plateforme la plus nue. Je peux montrer.',
      ],
      [37, 'aissatou', 'Joachim, volontiers, je vous envoie une demande d’entraide. Je ferai un résumé ici.'],
    ],
  },
  {
    category: 'metiers',
    by: 'elise',
    title: 'Une bonne lampe pour la visio ?',
    text: 'Mes élèves voient mes mains en contre-jour. Je voudrais éviter l’anneau lumineux qui fait des yeux de chat.',
    opened: 18,
    replies: [
      [18, 'loic', 'Deux lampes de bureau ordinaires, retournées vers un mur blanc. Douze euros.'],
      [
        17,
        'victor',
        'D’accord avec Loïc. Ajoutez une feuille de papier cuisson devant l’ampoule si elle chauffe peu.',
      ],
      [16, 'elise', 'Essayé ce matin : on voit mes mains et plus mon plafond. Merci !'],
    ],
  },
  {
    category: 'metiers',
    by: 'bastien',
    title: 'Panne de courriels cette nuit, ce qui s’est passé',
    text: `Le serveur que je prête à plusieurs d’entre vous a refusé les courriels **de 1 h 10 à 2 h 40**.

Cause : un disque plein, et une alerte qui partait… par courriel. Rien n’est perdu, les messages ont été remis dans la matinée. L’alerte arrive maintenant par SMS.`,
    opened: 29,
    replies: [
      [29, 'theo', 'Merci pour la clarté. J’ai la même alerte chez moi, je vais la changer de canal.'],
      [
        28,
        'gwendal',
        'Expérience de marin : la pompe de secours ne doit jamais dépendre du moteur principal.',
      ],
    ],
  },
  {
    category: 'metiers',
    by: 'theo',
    title: 'Mon avis sur un client, attention à lui',
    text: 'Je ne citerai pas son nom en entier mais tout le monde le reconnaîtra : ce monsieur ne paie personne et je vous conseille de le lui dire.',
    opened: 23,
    replies: [
      [
        23,
        'kadiatou',
        'Théo, je comprends, mais ici il ne peut pas répondre. Mieux vaut en parler à la permanence.',
      ],
    ],
    moderated: {
      act: 'hide',
      on: 22,
      reason:
        'Une personne extérieure était reconnaissable et ne pouvait pas répondre. Parlons-en à la permanence.',
    },
  },
  {
    category: 'missions',
    by: 'estelle',
    title: 'Répondre à trois : notre première, racontée',
    text: `Tomasz pour la carte, Mathurin pour le résumé en allemand, moi pour le mémoire. Voici ce que nous referions :

1. choisir **une seule personne** qui parle au client ;
2. écrire les parts *avant* le prix ;
3. garder une soirée pour tout relire à voix haute.

Et ce que nous ne referions pas : commencer par la mise en page.`,
    opened: 38,
    replies: [
      [38, 'josephine', 'Merci ! Comment avez-vous fixé les parts ?'],
      [
        37,
        'estelle',
        'Chacun a noté son temps sur un papier, nous avons retourné les papiers ensemble. Deux surprises, dix minutes de discussion.',
      ],
      [36, 'tomasz', 'La troisième surprise est que nous avons gagné.'],
    ],
  },
  {
    category: 'missions',
    by: 'oriane',
    title: 'Combien d’acompte demandez-vous ?',
    text: 'Pour un album on me propose dix pour cent à la signature. Je trouve cela maigre, mais je n’ose pas.',
    opened: 55,
    replies: [
      [
        55,
        'florian',
        'Trente pour cent est courant et n’a rien d’insolent. Écrivez aussi ce qui se passe si le projet s’arrête.',
      ],
      [54, 'berengere', 'Quarante, et le reste en deux fois. Depuis, je dors.'],
      [53, 'oriane', 'J’ai demandé trente-cinq. Réponse : « très bien ». J’aurais dû oser plus tôt.'],
    ],
  },
  {
    category: 'missions',
    by: 'karim',
    title: 'Faut-il accepter un essai gratuit ?',
    text: 'Un prospect veut « juste une page pour voir » avant de choisir. Il l’a demandé à quatre personnes. Vous feriez quoi ?',
    opened: 47,
    replies: [
      [
        47,
        'nour',
        'Quatre pages gratuites, c’est un site gratuit. Je refuse et je montre ce que j’ai déjà fait.',
      ],
      [46, 'hortense', 'Je propose un essai court, payé, déduit de la suite.'],
      [
        45,
        'accueil',
        'La règle de la banque est claire : pas d’essai gratuit qui récolte du travail. Signalez-nous la demande, nous appelons le prospect.',
      ],
      [
        44,
        'accueil',
        'C’est fait : il a compris et la mission est reformulée. Je ferme le sujet, la question est réglée.',
      ],
    ],
    moderated: { act: 'lock', on: 44 },
  },
  {
    category: 'cuisine',
    by: 'solveig',
    title: 'Vos livres de l’automne',
    text: 'J’ai fini un polar danois que je n’ai pas traduit, quel repos. Et vous ?',
    opened: 14,
    replies: [
      [14, 'guilhem', 'Un vieux manuel de classement, et je l’ai lu jusqu’au bout.'],
      [13, 'soizic', 'Je relis les romans que j’ai corrigés, sans crayon. C’est très difficile.'],
      [9, 'leila', 'Des nouvelles catalanes. Je prête !'],
    ],
  },
  {
    category: 'cuisine',
    by: 'priscilla',
    title: 'Bonjour de demain matin',
    text: 'Ici il fait déjà jour et les letchis arrivent. Dites-moi où vous travaillez aujourd’hui, j’aime bien imaginer.',
    opened: 5,
    replies: [
      [5, 'ewen', 'Dans un placard, avec trois couettes : c’est mon studio.'],
      [5, 'pierreyves', 'À 1 900 mètres, refuge fermé, connexion ouverte.'],
      [4, 'rosalie', 'Sous un ventilateur, bonjour voisine d’océan.'],
      [4, 'magali', 'Au café de la halle, table du fond, celle qui ne bouge pas.'],
      [
        3,
        'brahim',
        'Entre deux appels. Quelqu’un vend un bon casque ? Contactez-moi vite, prix cassés sur mon site !',
      ],
    ],
    hiddenReply: { n: 4, on: 2, reason: 'Une annonce de vente : elle n’a pas sa place ici.' },
  },
]
