/**
 * What pages ask of the database, on SQLite and MongoDB alike, the reading of who asks included. A page that is not
 * named asks three times at most, staff's own (/bureau) five; one that asks more often is named with the reason.
 */
export const PAGES: Readonly<Record<string, number>> = {
  // The fourth while members may renew: the answer that is awaited.
  '/aujourdhui': 5,
  // What awaits an administrator: of every area's lists, how many; one question each.
  '/bureau': 19,
  '/annuaire': 3,
  '/annuaire/:slug': 2,
  '/entraide': 3,
  '/entraide/:id': 2,
  '/entraide/demander': 2,
  '/compte': 3,
  '/compte/mouvements': 2,
  '/compte/releve': 3,
  '/compte/releve.csv': 3,
  '/forum': 2,
  '/forum/:category': 3,
  '/forum/sujet/:id': 3,
  '/missions': 3,
  '/missions/:id': 3,
  '/missions/:id/modifier': 3,
  '/moi/profil': 2,
  // The last: is there a membership to leave?
  '/moi/compte': 3,
  // One's memberships, all seasons, one's answers, the seat kept, the settings: each may have changed a moment ago.
  '/moi/adhesion': 6,
  // The membership and its season, the standing, the seats drawn, the token, the settings: nothing is kept in memory.
  '/ma-carte': 7,
  '/ma-carte/pdf': 7,
}

/** All that is kept of one person, for staff: a question a collection. */
export const GATHERING: Readonly<Record<string, number>> = {
  // Its panels: applications, departures, calls with the colleagues they may be handed to; and of the renewal what the
  // member's own page reads (memberships, seasons, answer, seat kept, settings, standing).
  '/bureau/personnes/:id': 20,
  '/bureau/ts/:account': 6,
  // Its seats now, its seats over time, the caps it had, its applications, its departures.
  '/bureau/saisons/:id': 7,
}
