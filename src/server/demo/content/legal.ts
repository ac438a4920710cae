import type { DemoPage } from './demoPage'

export const legal: DemoPage = {
  slug: 'mentions-legales',
  menu: 'footer',
  order: 20,
  fr: {
    title: 'Mentions légales',
    description: 'Qui édite ce site, qui l’héberge, comment nous joindre.',
    content: `
**Ce site est une démonstration.** L’association, les personnes et les adresses que l’on y voit sont inventées.

## Éditeur

Association de démonstration, régie par la loi du 1er juillet 1901
3 rue des Bassins, 84400 Apt
Numéro au répertoire national des associations : à compléter
Directrice de la publication : Odile Ferrand, présidente
Courriel : bureau@demo.example

## Hébergement

À compléter avec le nom, l’adresse et le téléphone de votre hébergeur.

## Contenus

Les textes des membres leur appartiennent. Le logiciel Compagnon est libre, sous licence AGPL-3.0 ou ultérieure.
`,
  },
  en: {
    title: 'Legal notice',
    description: 'Who publishes this site, who hosts it, how to reach us.',
    content: `
**This site is a demonstration.** The association, the people and the addresses you see are invented.

## Publisher

Demonstration association, under the French law of 1 July 1901
3 rue des Bassins, 84400 Apt, France
Number in the national register of associations: to be filled in
Director of publication: Odile Ferrand, president
E-mail: bureau@demo.example

## Hosting

To be filled in with the name, address and telephone number of your host.

## Contents

What members write belongs to them. The software, Compagnon, is free, under the AGPL-3.0 licence or later.
`,
  },
}
