/** The member's card: names and types. It offers nothing to others; it asks `membership.current`. */
export const MEMBER_CARDS = 'member-cards'
