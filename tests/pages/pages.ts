/**
 * What pages ask of the database, on SQLite and MongoDB alike, the reading of who asks included. A page that is not
 * named asks three times at most, staff's own (/bureau) five; one that asks more often is named with the reason.
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
  // The last: is there a membership to leave?
  '/moi/compte': 3,
}

/** All that is kept of one person, for staff: a question a collection. */
export const GATHERING: Readonly<Record<string, number>> = {
  '/bureau/personnes/:id': 9,
  '/bureau/ts/:account': 6,
}
