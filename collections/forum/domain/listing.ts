import { type ListingOf, listingOf, oneOf, words } from '@/core/listing'

export const SORTS = ['activite', 'nouveaux', 'reponses'] as const
export type TopicSort = (typeof SORTS)[number]

const terms = { q: words(), tri: oneOf(SORTS) }
export type Listing = ListingOf<typeof terms>

/** A list of topics as its address says it. */
export const topicListing = listingOf(terms)

export const TOPICS_A_PAGE = 20
export const REPLIES_A_PAGE = 20

/** How many pages that many things fill; one when there are none. */
export const pagesFor = (total: number, size: number): number => Math.max(1, Math.ceil(total / size))

/** On which page the nth thing stands, counted from 1. */
export const pageOf = (position: number, size: number): number => Math.max(1, Math.ceil(position / size))
