/**
 * What pages ask of the database, on SQLite and MongoDB alike, the reading of who asks included. A page that is not
 * named here asks three times at most; one that asks more often is named with the reason.
 */
export const PAGES: Readonly<Record<string, number>> = {
  '/aujourdhui': 3,
  '/annuaire': 3,
  '/annuaire/:slug': 2,
  '/entraide': 3,
  '/entraide/:id': 2,
  '/entraide/demander': 2,
  '/compte': 3,
  '/compte/mouvements': 2,
  // Exact, from the entries and not from the balance shown: the last checkpoint, what follows it, the period.
  '/compte/releve': 4,
  '/compte/releve.csv': 4,
  '/forum': 2,
  '/forum/:category': 3,
  '/forum/sujet/:id': 3,
  '/missions': 3,
  '/missions/:id': 3,
  '/missions/:id/modifier': 3,
  '/moi/profil': 2,
  '/moi/compte': 2,
  // The lowest accounts, the highest, the association's own.
  '/bureau/ts': 4,
}

/** Pages of staff that gather much of one person, asked for a few times a week. */
export const GATHERING: Readonly<Record<string, number>> = {
  '/bureau/personnes': 4,
  '/bureau/personnes/:id': 8,
  '/bureau/ts/:account': 6,
}
