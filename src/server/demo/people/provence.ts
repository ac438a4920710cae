import type { DemoPerson } from './types'

export const provence: readonly DemoPerson[] = [
  {
    key: 'nadege',
    name: 'Nadège Roumieux',
    email: 'coordination@demo.example',
    headline: 'Assistante de direction indépendante, coordinatrice de loge',
    town: 'Apt',
    skills: ['Organisation', 'Comptes rendus', 'Accueil téléphonique', 'Animation d’équipe'],
    presentation:
      'Vingt ans de secrétariat général dans la confiserie, puis le saut : je travaille de chez moi pour quatre petites entreprises du Luberon. J’aime les agendas qui tiennent debout et les réunions qui finissent à l’heure. La loge du pays d’Apt, c’est mon mardi et mon jeudi.',
  },
  {
    key: 'yanis',
    name: 'Yanis Belhadj-Morel',
    headline: 'Dépannage informatique et petits réseaux',
    town: 'Gargas',
    skills: ['Dépannage à distance', 'Sauvegardes', 'Box et wifi', 'Récupération de données'],
    presentation:
      'Je répare ce qui rame, ce qui clignote et ce qui ne démarre plus, à distance ou sur place. J’explique ce que je fais, pour que vous n’ayez pas besoin de moi deux fois. Ancien technicien d’un hôpital, j’ai appris à rester calme.',
  },
  {
    key: 'colette',
    name: 'Colette Imbert',
    headline: 'Transcription d’entretiens et retouches de couture',
    town: 'Saignon',
    skills: ['Transcription', 'Frappe rapide', 'Ourlets et retouches', 'Rideaux'],
    presentation:
      'Sténo de formation, j’ai gardé l’oreille et la vitesse : je transcris des entretiens pour des chercheurs et des associations. L’après-midi, la machine à coudre remplace le clavier. Vous reconnaîtrez ma maison aux volets bleus.',
  },
  {
    key: 'remi',
    name: 'Rémi Tourrel',
    headline: 'Rédacteur technique, notices et modes d’emploi',
    town: 'Roussillon',
    skills: ['Notices', 'Schémas', 'Relecture technique', 'Jardinage et taille'],
    presentation:
      'J’écris les notices que l’on garde. Machines agricoles, logiciels, procédures de sécurité : je démonte, je comprends, je mets en phrases. Entre deux chapitres, je taille des oliviers, les miens et ceux des voisins.',
  },
  {
    key: 'aissatou',
    name: 'Aïssatou Diarra',
    headline: 'Assistante de gestion pour artisans',
    town: 'Apt',
    skills: ['Devis et factures', 'Relances', 'Déclarations de TVA', 'Démarches en ligne'],
    presentation:
      'Je m’occupe des papiers des autres depuis quinze ans, avec une règle : rien ne reste dans la boîte à chaussures. Électriciens, maçons et coiffeuses m’envoient leurs factures en photo, je m’arrange du reste. J’aide aussi aux démarches en ligne, sans jargon.',
  },
  {
    key: 'loic',
    name: 'Loïc Bernardin',
    headline: 'Monteur vidéo, films courts pour associations',
    town: 'Bonnieux',
    skills: ['Montage', 'Étalonnage', 'Habillage', 'Petit bricolage'],
    presentation:
      'Je monte des films de trois minutes qui disent quelque chose. Mes clients sont des vignerons, des festivals et une caserne de pompiers. Je prête volontiers mon matériel de prise de son, et je pose des étagères bien droites.',
  },
  {
    key: 'elise',
    name: 'Élise Vachier',
    headline: 'Professeure de piano, à distance et à domicile',
    town: 'Saint-Saturnin-lès-Apt',
    skills: ['Cours de piano', 'Solfège', 'Accompagnement', 'Partitions numériques'],
    presentation:
      'Deux caméras, un piano droit et beaucoup de patience : j’enseigne à des enfants qui débutent comme à des adultes qui recommencent. Je transcris aussi des mélodies à partir d’un enregistrement. Premier cours pour faire connaissance, sans engagement.',
  },
  {
    key: 'tomasz',
    name: 'Tomasz Wieczorek',
    headline: 'Géomaticien, cartes pour communes et sentiers',
    town: 'Rustrel',
    skills: ['Cartographie', 'QGIS', 'Données ouvertes', 'Relevés de terrain'],
    presentation:
      'Je fais parler les cadastres et les traces de randonnée. Les petites communes me demandent des cartes lisibles, les parcs des atlas, et les bergers l’emplacement des sources. Arrivé de Cracovie pour un été, je suis toujours là.',
  },
  {
    key: 'jeannoel',
    name: 'Jean-Noël Gaubert',
    headline: 'Formateur en bureautique',
    town: 'Manosque',
    skills: ['Tableur', 'Traitement de texte', 'Formation d’adultes', 'Dossiers AGEFICE'],
    presentation:
      'J’apprends aux gens à se servir de ce qu’ils ont déjà. Mes stages tiennent en demi-journées, avec vos fichiers et non des exercices inventés. Je coordonnais la loge de Manosque ; je souffle un peu avant de la rouvrir.',
  },
  {
    key: 'lan',
    name: 'Lan Nguyen-Barral',
    headline: 'Traductrice, vietnamien et français',
    town: 'Volx',
    skills: ['Traduction', 'Localisation de sites', 'Sous-titres', 'Cuisine familiale'],
    presentation:
      'Traductrice technique, je passe mes journées entre deux grammaires qui n’ont rien à se dire. Notices, contrats, sites marchands : je livre à l’heure et je pose les questions avant. Je cherche des confrères pour relire mes traductions du français.',
  },
  {
    key: 'maelle',
    name: 'Maëlle Kervadec',
    headline: 'Rédactrice web et newsletters',
    town: 'Marseille',
    skills: ['Rédaction web', 'Newsletters', 'Référencement naturel', 'Interviews'],
    presentation:
      'J’écris pour des coopératives, des musées et quelques marchands de vélos. Ma spécialité : la lettre d’information que l’on lit jusqu’au bout. Finistérienne à Marseille, je négocie avec le mistral et je réponds dans la journée.',
    website: 'https://maelle.example',
  },
  {
    key: 'sofiane',
    name: 'Sofiane Mebarki',
    headline: 'Développeur, petits logiciels sur mesure',
    town: 'Marseille',
    skills: ['TypeScript', 'Bases de données', 'Automatisation', 'Hébergement'],
    presentation:
      'Je construis les outils que les grands éditeurs ne feront jamais pour vous : un planning de bénévoles, une caisse de buvette, un stock de théâtre. Je préfère cent lignes claires à un beau discours. Disponible le soir pour un coup d’œil à un site en panne.',
  },
  {
    key: 'anahit',
    name: 'Anahit Sarkissian',
    headline: 'Dessinatrice-projeteuse, plans et maquettes numériques',
    town: 'Marseille',
    skills: ['Plans', 'Maquette numérique', 'Dossiers de permis', 'Métrés'],
    presentation:
      'Je dessine des plans pour des architectes et des particuliers qui agrandissent. Un mur porteur ne se négocie pas, le reste se discute. Je relis volontiers un devis de travaux avec vous avant que vous ne signiez.',
  },
  {
    key: 'florian',
    name: 'Florian Pellegrin',
    headline: 'Juriste, données personnelles et contrats',
    town: 'Aix-en-Provence',
    skills: ['RGPD', 'Conditions générales', 'Contrats de prestation', 'Marques'],
    presentation:
      'Je traduis le droit en phrases que l’on comprend du premier coup. Registre des traitements, mentions légales, contrat avec un gros client : je dis ce qui protège et ce qui ne sert à rien. Je ne plaide pas, j’évite qu’on en arrive là.',
  },
  {
    key: 'nour',
    name: 'Nour Haddad',
    headline: 'Réseaux sociaux pour lieux culturels',
    town: 'Avignon',
    skills: ['Calendrier éditorial', 'Vidéos courtes', 'Modération', 'Statistiques'],
    presentation:
      'Théâtres, librairies, un petit cinéma : je raconte leur saison sans crier. Je fais aussi les choses ingrates, la modération du dimanche et les tableaux de chiffres. En juillet, ne me cherchez pas, c’est le festival.',
  },
  {
    key: 'gwendal',
    name: 'Gwendal Le Floch',
    headline: 'Assistance aux utilisateurs de logiciels',
    town: 'Toulon',
    skills: ['Assistance', 'Guides pas à pas', 'Messagerie', 'Téléphonie par internet'],
    presentation:
      'Quinze ans dans les machines d’un navire m’ont appris à écouter un bruit avant de toucher à quoi que ce soit. Aujourd’hui j’assiste des utilisateurs par téléphone et j’écris leurs guides. Je ne raccroche pas tant que ce n’est pas réglé.',
  },
  {
    key: 'ines',
    name: 'Inès Carvalho',
    headline: 'Gestionnaire de paie à distance',
    town: 'Carpentras',
    skills: [
      'Bulletins de paie',
      'Déclaration sociale nominative',
      'Contrats saisonniers',
      'Soldes de tout compte',
    ],
    presentation:
      'Je fais la paie d’exploitations agricoles et de deux crèches. Les saisonniers arrivent par trente un lundi matin : il faut aimer ça. Je peux vérifier un bulletin qui vous semble bizarre, le plus souvent il l’est.',
  },
  {
    key: 'soizic',
    name: 'Soizic Thomasset',
    headline: 'Correctrice et préparatrice de copie',
    town: 'Arles',
    skills: ['Correction', 'Code typographique', 'Réécriture légère', 'Index'],
    presentation:
      'Je lis tout, même les boîtes de céréales. Formée dans l’édition, je corrige des romans, des rapports annuels et des menus. Je signale, j’explique, et c’est l’auteur qui décide.',
  },
  {
    key: 'hippolyte',
    name: 'Hippolyte Garcin',
    headline: 'Sous-titreur pour le cinéma et l’enseignement',
    town: 'Digne-les-Bains',
    skills: ['Sous-titrage', 'Sourds et malentendants', 'Repérage', 'Anglais et italien'],
    presentation:
      'Deux lignes, trente-sept signes, une seconde et demie : mon métier tient dans ces contraintes. Je sous-titre des documentaires et des cours en ligne, aussi pour les sourds et malentendants. Le silence de la vallée m’aide à bien entendre.',
  },
  {
    key: 'fatou',
    name: 'Fatou Ndiaye-Lambert',
    headline: 'Formatrice en français, langue étrangère',
    town: 'Draguignan',
    skills: ['Français langue étrangère', 'Alphabétisation', 'Classes en visio', 'Évaluation'],
    presentation:
      'J’enseigne le français à des adultes qui travaillent déjà, souvent le soir, souvent fatigués : il faut que chaque minute serve. Mes cours partent de leurs vrais papiers et de leurs vrais appels. Je forme aussi des bénévoles.',
  },
  {
    key: 'pierreyves',
    name: 'Pierre-Yves Roche',
    headline: 'Analyste de données pour stations et refuges',
    town: 'Gap',
    skills: ['Statistiques', 'Tableaux de bord', 'Enquêtes', 'Python'],
    presentation:
      'Combien de skieurs, combien de nuitées, combien de neige : je compte ce que la montagne veut bien laisser compter. Je fais des graphiques honnêtes, qui commencent à zéro. L’hiver je réponds tôt, l’été je réponds tard.',
  },
  {
    key: 'djamila',
    name: 'Djamila Kaci',
    headline: 'Secrétaire médicale à distance',
    town: 'Salon-de-Provence',
    skills: ['Prise de rendez-vous', 'Frappe de courriers', 'Vocabulaire médical', 'Confidentialité'],
    presentation:
      'Je réponds pour trois cabinets et je tape les courriers d’un cardiologue qui parle très vite. La confidentialité n’est pas une case à cocher, c’est ma façon de travailler. J’aide volontiers un confrère à organiser son accueil téléphonique.',
  },
]
