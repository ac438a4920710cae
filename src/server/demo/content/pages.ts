import { charter } from './charter'
import type { DemoPage } from './demoPage'
import { howItWorks } from './howItWorks'
import { legal } from './legal'
import { privacy } from './privacy'

const association: DemoPage = {
  slug: 'association',
  menu: 'header',
  order: 10,
  fr: {
    title: 'L’association',
    description: 'Qui nous sommes, ce que nous faisons ensemble, et comment nous décidons.',
    content: [
      `
Nous travaillons à distance, chacun de chez soi, et nous avons décidé de ne pas travailler seuls. L’association réunit des métiers très différents : on y tient des comptes, on y traduit, on y dessine, on y répare, on y enseigne.

## Ce que nous mettons en commun

- **Du temps.** Une heure donnée à quelqu’un vous revient par quelqu’un d’autre. Nous le comptons en TS, une unité qui ne s’achète pas et ne se revend pas.
- **Des missions.** Ce qui est trop gros pour une personne se répond à deux ou trois.
- **Des quartiers.** Là où plusieurs d’entre nous sont voisins, une loge propose leurs services aux habitants.

## Pourquoi un nombre de places

Chaque personne est reçue avant d’entrer, puis suivie. Cela prend du temps, et nous préférons le prendre que le promettre. D’où une saison, un nombre de places, et un compteur que tout le monde peut voir.
`,
      {
        block: 'season-counter',
        values: { sentence: 'Chaque place gardée ou prise s’y voit aussitôt.' },
      },
      `
## Qui décide

Le bureau rend compte, les membres décident. Les règles, comme la charte, se discutent dans le forum et se votent en assemblée. Les comptes de TS se vérifient ligne par ligne, et personne ne peut en effacer une.
`,
    ],
  },
  en: {
    title: 'The association',
    description: 'Who we are, what we do together, and how we decide.',
    content: [
      `
We work at a distance, each from home, and decided not to work alone. The association brings together very different trades: some keep accounts, some translate, draw, repair or teach.

## What we share

- **Time.** An hour given to one person comes back to you from another. We count it in TS, a unit that is neither bought nor sold.
- **Missions.** What is too large for one is answered by two or three.
- **Neighbourhoods.** Where several of us live near one another, a loge offers their services to the people around.

## Why a number of seats

Everybody is received before they come in, and followed afterwards. It takes time, and we would rather take it than promise it. Hence a season, a number of seats, and a counter that all can see.
`,
      {
        block: 'season-counter',
        values: { sentence: 'Every seat held or taken shows here at once.' },
      },
      `
## Who decides

The board gives account, the members decide. Rules, like the charter, are discussed in the forum and voted at the assembly. TS accounts can be verified line by line, and nobody can erase one.
`,
    ],
  },
}

export const pages: readonly DemoPage[] = [association, howItWorks, charter, legal, privacy]
