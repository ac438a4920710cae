import type { DemoPerson } from './types'

export const occitanie: readonly DemoPerson[] = [
  {
    key: 'magali',
    name: 'Magali Sauveplane',
    headline: 'Écrivaine publique',
    town: 'Lodève',
    skills: ['Courriers', 'Récits de vie', 'Dossiers de retraite', 'Écoute'],
    presentation:
      'On vient me voir avec une lettre recommandée qui fait peur, on repart avec une réponse. J’écris aussi des récits de vie, à partir d’heures d’enregistrement. Je réunis en ce moment l’équipe d’une loge à Lodève : passez boire un café.',
  },
  {
    key: 'karim',
    name: 'Karim Ouaddah',
    headline: 'Boutiques en ligne pour producteurs',
    town: 'Clermont-l’Hérault',
    skills: ['Boutique en ligne', 'Photos de produits', 'Logistique', 'Fiches produits'],
    presentation:
      'J’aide des apiculteurs, des brasseurs et une savonnerie à vendre sans y passer leurs nuits. Je m’occupe des fiches, des frais de port et des colis cassés. J’ai moi-même tenu un magasin : je sais ce que coûte un client perdu.',
  },
  {
    key: 'berengere',
    name: 'Bérengère Cros',
    headline: 'Graphiste, papier et écran',
    town: 'Le Bosc',
    skills: ['Identité visuelle', 'Mise en page', 'Affiches', 'Préparation à l’impression'],
    presentation:
      'J’ai commencé chez un imprimeur, et je contrôle encore mes fichiers à la loupe. Affiches de fêtes votives, étiquettes de vin, rapports d’activité : je fais simple et ça se lit de loin. Je travaille avec vue sur le lac du Salagou, ce qui n’aide pas toujours.',
  },
  {
    key: 'clementine',
    name: 'Clémentine Vidal',
    headline: 'Conception de parcours et d’écrans',
    town: 'Montpellier',
    skills: ['Entretiens d’usagers', 'Maquettes', 'Tests', 'Ateliers à distance'],
    presentation:
      'Je regarde les gens se servir de ce que d’autres ont conçu, et je prends des notes. Ensuite je redessine, avec eux. Services publics, mutuelles et applications de santé : plus l’enjeu est sérieux, plus l’écran doit être simple.',
  },
  {
    key: 'bastien',
    name: 'Bastien Laborie',
    headline: 'Administrateur de systèmes libres',
    town: 'Rodez',
    skills: ['Serveurs Linux', 'Messagerie', 'Sauvegardes', 'Logiciels libres'],
    presentation:
      'J’héberge et je surveille les serveurs d’une dizaine d’associations, avec des logiciels que chacun peut lire. Une sauvegarde que l’on n’a jamais restaurée n’est pas une sauvegarde : je restaure tous les mois. Je prends les astreintes la nuit, mes enfants aussi.',
  },
  {
    key: 'oriane',
    name: 'Oriane Castel',
    headline: 'Illustratrice jeunesse et dessin de presse',
    town: 'Nîmes',
    skills: ['Illustration', 'Aquarelle', 'Bande dessinée', 'Ateliers scolaires'],
    presentation:
      'Je dessine des animaux qui ont des soucis d’humains. Albums, jeux de société, et un dessin par semaine pour un journal local. Je cherche quelqu’un qui aime les devis autant que j’aime les pinceaux.',
  },
  {
    key: 'mamadou',
    name: 'Mamadou Sangaré',
    headline: 'Testeur, accessibilité numérique',
    town: 'Toulouse',
    skills: ['Audit d’accessibilité', 'Lecteurs d’écran', 'Tests de recette', 'Sensibilisation'],
    presentation:
      'J’utilise un lecteur d’écran tous les jours, d’abord parce que j’en ai besoin, ensuite parce que c’est mon métier. J’audite des sites et j’explique ce qu’il faut changer, dans l’ordre. Dix minutes avec moi valent un long rapport.',
  },
  {
    key: 'estelle',
    name: 'Estelle Puech',
    headline: 'Réponses aux marchés publics',
    town: 'Millau',
    skills: ['Mémoires techniques', 'Dossiers de candidature', 'Groupements', 'Veille des avis'],
    presentation:
      'J’aide des petites entreprises à répondre aux mêmes marchés que les grandes. Je connais les formulaires par leur numéro et les pièges par leur prénom. À plusieurs, on décroche ce que chacun laissait passer.',
  },
  {
    key: 'victor',
    name: 'Victor Amouroux',
    headline: 'Photographe, retouche et numérisation',
    town: 'Albi',
    skills: ['Portraits', 'Retouche', 'Numérisation de fonds', 'Lumière de studio'],
    presentation:
      'Je photographie des artisans au travail et je numérise les albums de famille avant qu’ils ne pâlissent. La retouche, chez moi, ne doit pas se voir. Je propose à chaque membre un portrait correct pour son profil, contre un peu de temps.',
  },
  {
    key: 'leila',
    name: 'Leïla Benaïssa',
    headline: 'Interprète à distance, arabe, espagnol et catalan',
    town: 'Perpignan',
    skills: ['Interprétation par téléphone', 'Espagnol', 'Arabe', 'Catalan'],
    presentation:
      'J’interprète pour des hôpitaux, des tribunaux et des écoles, au téléphone ou en visio. Mon travail est que l’on m’oublie. J’ai aussi un faible pour les contrats de location saisonnière mal traduits.',
  },
  {
    key: 'guilhem',
    name: 'Guilhem Rességuier',
    headline: 'Documentaliste et veille',
    town: 'Foix',
    skills: ['Veille', 'Recherche documentaire', 'Archives', 'Classement'],
    presentation:
      'Je trouve. Une jurisprudence, un brevet, un plan de 1932 : donnez-moi un début de piste et deux jours. Je range aussi les serveurs partagés où plus personne ne retrouve rien.',
  },
  {
    key: 'chantal',
    name: 'Chantal Bousquet',
    headline: 'Secrétaire comptable',
    town: 'Cahors',
    skills: ['Saisie comptable', 'Rapprochements', 'Classement', 'Clôture annuelle'],
    presentation:
      'Quarante ans de comptes justes, et je n’ai pas envie d’arrêter. Je tiens les livres de six artisans et d’un club de rugby. Je forme volontiers une personne qui voudrait prendre ma suite, tranquillement.',
  },
  {
    key: 'theo',
    name: 'Théo Marquès',
    headline: 'Sites légers et rapides',
    town: 'Carcassonne',
    skills: ['Intégration', 'Sites statiques', 'Performance', 'Formulaires'],
    presentation:
      'Je fais des sites qui s’ouvrent tout de suite, même au fond de la Montagne Noire. Pas de fenêtre qui surgit, pas de traceur, un formulaire qui marche. Je reprends aussi les sites abandonnés par leur auteur.',
  },
  {
    key: 'solveig',
    name: 'Solveig Andersen-Roux',
    headline: 'Traductrice, danois, norvégien et français',
    town: 'Mende',
    skills: ['Traduction littéraire', 'Danois', 'Norvégien', 'Lecture à voix haute'],
    presentation:
      'Je traduis des polars du nord depuis le département le plus calme de France. Je relis aussi des traductions vers le français, à voix haute, parce que l’oreille ne pardonne rien. Cherche depuis toujours un bon mot pour « hygge ».',
  },
  {
    key: 'ombeline',
    name: 'Ombeline Chauvin',
    headline: 'Céramiste, et bientôt formatrice en ligne',
    town: 'Uzès',
    skills: ['Céramique', 'Pédagogie', 'Vidéo débutante'],
    presentation:
      'Je tourne des bols depuis douze ans et je voudrais transmettre sans quitter l’atelier. Je viens d’arriver : j’ai besoin d’aide pour filmer mes gestes, et je sais recevoir, enseigner et émailler.',
  },
]
