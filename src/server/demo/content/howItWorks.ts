import type { DemoPage } from './demoPage'

export const howItWorks: DemoPage = {
  slug: 'comment-ca-marche',
  menu: 'header',
  order: 20,
  fr: {
    title: 'Comment ça marche',
    description: 'De la première lettre au premier échange, pas à pas.',
    content: `
## Entrer

1. **Vous candidatez** : dix minutes, quelques phrases sur votre métier et vos attentes.
2. **Nous nous parlons.** L’entretien dure une demi-heure. Il sert autant à vous qu’à nous.
3. **Nous décidons**, et nous vous disons pourquoi. Si c’est oui, une place vous est gardée pendant que vous réglez la cotisation de 5 €.
4. **Vous entrez** : annuaire, forum, entraide et missions s’ouvrent, et 5 TS vous attendent.

## Échanger de l’aide

Vous choisissez quelqu’un dans l’annuaire, vous dites votre besoin, la durée et le nombre de TS. À titre de repère, trois heures d’aide qualifiée valent 5 TS.

- La personne accepte : vos TS sont **mis de côté**, personne d’autre ne peut y toucher.
- L’aide est donnée : elle l’indique.
- Vous évaluez : les TS sont **versés**.

Un désaccord ? L’équipe écoute les deux côtés, puis verse ou rend les TS. Sans réponse, une demande s’éteint d’elle-même et rien ne bouge.

## Répondre à une mission

Les missions sont vérifiées avant d’être publiées. Selon ce que souhaite le donneur d’ordre, on répond **ensemble** (jusqu’à trois personnes, une seule proposition) ou **côte à côte** (jusqu’à trois propositions qu’il compare).

## Partir

Une demande suffit, par courriel, par téléphone ou par SMS : la cotisation vous est rendue et votre place revient à quelqu’un d’autre.
`,
  },
  en: {
    title: 'How it works',
    description: 'From the first letter to the first exchange, step by step.',
    content: `
## Coming in

1. **You apply**: ten minutes, a few sentences about your trade and what you expect.
2. **We talk.** The interview takes half an hour. It serves you as much as us.
3. **We decide**, and tell you why. If the answer is yes, a seat is kept for you while you pay the €5 fee.
4. **You come in**: directory, forum, mutual help and missions open, and 5 TS await you.

## Exchanging help

You choose somebody in the directory and say what you need, how long it should take and for how many TS. As a guide, three hours of skilled help are worth 5 TS.

- They accept: your TS are **set aside**, out of anybody else’s reach.
- The help is given: they say so.
- You evaluate it: the TS are **paid**.

You disagree? The team hears both sides, then pays the TS or gives them back. A request that nobody answers ends by itself, and nothing moves.

## Answering a mission

Missions are verified before they are published. As the client wishes, we answer **together** (up to three people, one proposal) or **side by side** (up to three proposals to compare).

## Leaving

Asking is enough, by e-mail, phone or text message: your fee is returned and your seat goes to somebody else.
`,
  },
}
