import type { DemoPage } from './demoPage'

export const charter: DemoPage = {
  slug: 'charte',
  menu: 'footer',
  order: 10,
  fr: {
    title: 'La charte',
    description: 'Ce à quoi chaque membre s’engage. Écrite ensemble, elle se corrige ensemble.',
    content: `
Cette charte est un premier texte. Un groupe de travail la reprend, et l’assemblée la votera.

## Envers les autres membres

- Je dis ce que je sais faire, et ce que je ne sais pas faire.
- Je réponds aux demandes, même pour dire non.
- Je donne et je reçois : ni l’un sans l’autre.
- J’évalue l’aide reçue, avec des mots justes.

## Envers ceux qui nous confient un travail

- Je tiens un délai ou je préviens.
- Je n’emporte ni leurs données, ni leurs clients.
- À plusieurs, nous parlons d’une seule voix.

## Ce qui n’a pas sa place ici

- Vendre des TS, en acheter, en promettre contre de l’argent.
- Publier de fausses missions, ou demander un essai gratuit pour récolter du travail.
- Démarcher les membres.

## En cas de désaccord

On se parle d’abord. Si cela ne suffit pas, la permanence entend les deux côtés et décide, en disant pourquoi. Un membre peut être suspendu, pour une durée et un motif qui lui sont donnés par écrit.
`,
  },
  en: {
    title: 'The charter',
    description: 'What each member undertakes. Written together, it is corrected together.',
    content: `
This charter is a first text. A working group is revising it, and the assembly will vote on it.

## Towards other members

- I say what I can do, and what I cannot.
- I answer requests, if only to say no.
- I give and I receive: not one without the other.
- I evaluate the help I was given, in fair words.

## Towards those who entrust us with work

- I keep a deadline, or give warning.
- I take away neither their data nor their clients.
- When we are several, we speak with one voice.

## What has no place here

- Selling TS, buying them, promising them for money.
- Publishing false missions, or asking for a free trial so as to harvest work.
- Canvassing members.

## When we disagree

We talk first. If that is not enough, the office hears both sides and decides, saying why. A member may be suspended, for a time and a reason given in writing.
`,
  },
}
