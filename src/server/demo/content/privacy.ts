import type { DemoPage } from './demoPage'

export const privacy: DemoPage = {
  slug: 'confidentialite',
  menu: 'footer',
  order: 30,
  fr: {
    title: 'Vos données',
    description: 'Ce que nous gardons de vous, pourquoi, combien de temps, et comment nous le demander.',
    content: `
## Ce que nous gardons

- **Si vous candidatez** : votre nom, votre adresse électronique, votre téléphone si vous le donnez, ce que vous écrivez et le compte rendu de l’entretien.
- **Si vous êtes membre** : votre profil, vos messages, vos échanges d’aide, votre compte TS et vos cotisations.
- **Quand vous vous connectez** : l’appareil et l’heure, pour que vous puissiez fermer une connexion qui n’est pas la vôtre.

Nous ne mesurons pas votre visite, n’affichons pas de publicité et ne transmettons rien à des tiers.

## Qui les voit

Les membres voient les profils et le forum. L’équipe voit les candidatures et ce qu’il faut pour tenir les comptes. Un candidat ne voit que son propre dossier.

## Combien de temps

Un dossier refusé est effacé au bout d’un an. Quand un membre part, son nom disparaît ; les lignes des comptes restent, sans lui, le temps que la loi demande.

## Vos droits

Lire vos données, les corriger, les emporter, les faire effacer : écrivez à bureau@demo.example, nous répondons dans le mois. Vous pouvez aussi saisir la [CNIL](https://www.cnil.fr/).

## Témoins de connexion

Deux seulement : l’un garde votre session ouverte, l’autre votre langue. Aucun ne vous suit.
`,
  },
  en: {
    title: 'Your data',
    description: 'What we keep about you, why, for how long, and how to ask.',
    content: `
## What we keep

- **If you apply**: your name, your e-mail address, your telephone number if you give it, what you write and the report of the interview.
- **If you are a member**: your profile, your messages, your exchanges of help, your TS account and your fees.
- **When you sign in**: the device and the time, so that you can end a sign-in that is not yours.

We do not measure your visit, show no advertising and pass nothing on to others.

## Who sees it

Members see profiles and the forum. The team sees applications and what it needs to keep the accounts. Applicants see their own file alone.

## For how long

A file that was refused is erased after a year. When a member leaves, the name goes; the lines of the accounts stay, without it, for as long as the law asks.

## Your rights

To read your data, correct them, take them away or have them erased: write to bureau@demo.example, and we answer within a month. You may also turn to the [CNIL](https://www.cnil.fr/en), the French authority.

## Cookies

Only two: one keeps you signed in, the other keeps your language. Neither follows you.
`,
  },
}
