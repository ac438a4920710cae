/** « d’Odile », « de Marie »; before an H one cannot tell, and « de » is never wrong to the ear. */
export const of = (name: string): string =>
  /^[aàâeéèêëiîïoôuùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`
