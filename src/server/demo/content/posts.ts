type Text = { title: string; excerpt: string; content: string }

type DemoPost = {
  slug: string
  author: string
  /** Days ago, or the day the season opened. */
  published: number | 'opening'
  fr: Text
  en: Text
}

export const posts: readonly DemoPost[] = [
  {
    slug: 'la-saison-est-ouverte',
    author: 'Le bureau',
    published: 'opening',
    fr: {
      title: 'La saison est ouverte : cent vingt places',
      excerpt: 'Pourquoi un nombre fixe, comment on entre, et ce que l’on trouve en poussant la porte.',
      content: `
Cent vingt, ce n’est pas un slogan : c’est le nombre de personnes que notre équipe peut recevoir, écouter et suivre pendant une saison. Au-delà, on ne se connaît plus.

## Comment on entre

1. Vous écrivez quelques lignes sur ce que vous faites et ce que vous cherchez.
2. Nous nous parlons, en visio, au téléphone ou à la permanence.
3. Si nous sommes d’accord pour faire un bout de chemin, une place vous est gardée le temps de régler les 5 € de cotisation.

## Et ensuite

Vous recevez 5 TS pour un premier échange, et quelqu’un de l’équipe prend de vos nouvelles. Le compteur de la page d’accueil dit, à tout moment, combien de places il reste.
`,
    },
    en: {
      title: 'The season is open: a hundred and twenty seats',
      excerpt: 'Why a fixed number, how to come in, and what you find behind the door.',
      content: `
A hundred and twenty is no slogan: it is how many people our team can receive, listen to and follow through a season. Beyond that we would no longer know one another.

## How to come in

1. You write a few lines about what you do and what you are looking for.
2. We talk: by video, on the phone or at the office.
3. If we both wish to go on, a seat is kept for you while you pay the €5 fee.

## And then

You receive 5 TS for a first exchange, and somebody from the team asks how you are doing. The counter on the home page says at any moment how many seats are left.
`,
    },
  },
  {
    slug: 'une-loge-ouvre-a-apt',
    author: 'Nadège Roumieux',
    published: 61,
    fr: {
      title: 'Une loge ouvre au pays d’Apt',
      excerpt: 'Sept voisins, huit communes, et un numéro à appeler quand il manque une paire de mains.',
      content: `
Il aura fallu deux mois, quatre réunions et beaucoup de tisane. La loge du pays d’Apt est ouverte.

Ses prestataires se sont présentés un par un : ce qu’ils savent faire, ce qu’ils ne feront jamais, leurs jours et leurs prix. Nous avons gardé ceux à qui nous confierions nos clés.

**Ce que l’on peut demander dès aujourd’hui** : dépannage informatique, retouches, taille d’arbres fruitiers, papiers et démarches, petits montages vidéo, cours de piano, cartes de randonnée.

**Ce qui nous manque** : garder des enfants le soir, repasser, porter des cartons. Si c’est vous, écrivez-nous.
`,
    },
    en: {
      title: 'A loge opens around Apt',
      excerpt: 'Seven neighbours, eight villages, and someone to call when a pair of hands is missing.',
      content: `
It took two months, four meetings and a great deal of herbal tea. The loge of the Apt country is open.

Its providers introduced themselves one by one: what they can do, what they will never do, their days and their prices. We kept those to whom we would give our keys.

**What you may ask for today**: computer repairs, alterations, pruning, paperwork, short films, piano lessons, hiking maps.

**What we lack**: minding children in the evening, ironing, carrying boxes. If that is you, write to us.
`,
    },
  },
  {
    slug: 'trois-metiers-une-reponse',
    author: 'Estelle Puech',
    published: 35,
    fr: {
      title: 'Trois métiers, une réponse',
      excerpt: 'Un marché que personne n’aurait pris seul. Récit d’une première réponse groupée.',
      content: `
Entretenir quarante kilomètres de sentiers, produire les cartes et un résumé en allemand : voilà ce que demandait un syndicat de communes. Aucun de nous trois ne savait tout faire.

> Nous avons écrit les parts avant le prix. C’est ce qui a évité les fâcheries.

Un cartographe, un traducteur, une rédactrice de marchés : trois membres, une seule proposition, un seul prix. Le syndicat n’a vu qu’une équipe, et c’en était une.

La banque de missions limite les réponses groupées à trois personnes. Après celle-ci, nous comprenons pourquoi : à trois, on peut encore se téléphoner.
`,
    },
    en: {
      title: 'Three trades, one answer',
      excerpt: 'A contract none of us would have taken alone. The story of a first grouped answer.',
      content: `
To look after forty kilometres of paths, draw the maps and write a summary in German: that is what a group of villages asked for. None of us three could do it all.

> We wrote the shares before the price. That is what kept us friends.

A map-maker, a translator, a writer of tenders: three members, one proposal, one price. The villages saw a team, and that is what it was.

The mission bank limits grouped answers to three people. After this one we know why: three can still telephone each other.
`,
    },
  },
  {
    slug: 'permanences-de-fin-d-annee',
    author: 'Régis Lhermitte',
    published: 6,
    fr: {
      title: 'Les prochaines permanences',
      excerpt: 'Quand passer, quand appeler, et qui vous répondra.',
      content: `
La permanence d’Apt vous reçoit **le mardi et le vendredi, de 9 h à 12 h**, 3 rue des Bassins. On entre sans rendez-vous ; le café est offert, les biscuits sont de Colette.

Vous habitez loin ? Les entretiens se font aussi bien en visio. Indiquez vos heures en candidatant, nous nous arrangerons, décalage horaire compris.

Pour une question sur votre compte TS ou une aide qui s’est mal passée, écrivez-nous depuis l’extranet : nous répondons sous deux jours ouvrés.
`,
    },
    en: {
      title: 'Office hours to come',
      excerpt: 'When to drop in, when to call, and who will answer.',
      content: `
The office in Apt is open **on Tuesdays and Fridays from 9 to 12**, 3 rue des Bassins. No appointment needed; coffee is on us, the biscuits are Colette’s.

You live far away? Interviews work just as well by video. Tell us your hours when you apply and we shall find a time, whatever your time zone.

For a question about your TS account, or help that went wrong, write to us from the extranet: we answer within two working days.
`,
    },
  },
]
